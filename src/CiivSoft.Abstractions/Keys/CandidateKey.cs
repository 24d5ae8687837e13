namespace CiivSoft.Abstractions.Keys;

/// <summary>Names a person of an account.</summary>
/// <param name="Account">The account it belongs to; equal ids of two accounts are two different things.</param>
/// <param name="ContactId">Lever's id of the contact, opaque: one person has one contact and any number of opportunities.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.CandidateKey")]
public readonly record struct CandidateKey([property: Id(0)] AccountKey Account, [property: Id(1)] string ContactId)
{
    private const string Prefix = "candidate:";

    /// <summary>Reads a grain key written by <see cref="ToString"/>.</summary>
    /// <exception cref="FormatException">The text is no such key.</exception>
    public static CandidateKey Parse(string key)
    {
        var (account, id) = KeyText.Scoped(key, Prefix);
        return new CandidateKey(account, id);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Prefix}{Account.Name}/{ContactId}";
}
