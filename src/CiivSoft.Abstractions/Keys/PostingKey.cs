namespace CiivSoft.Abstractions.Keys;

/// <summary>Names a posting of an account.</summary>
/// <param name="Account">The account it belongs to; equal ids of two accounts are two different things.</param>
/// <param name="PostingId">Lever's id of the posting, opaque.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.PostingKey")]
public readonly record struct PostingKey([property: Id(0)] AccountKey Account, [property: Id(1)] string PostingId)
{
    private const string Prefix = "posting:";

    /// <summary>Reads a grain key written by <see cref="ToString"/>.</summary>
    /// <exception cref="FormatException">The text is no such key.</exception>
    public static PostingKey Parse(string key)
    {
        var (account, id) = KeyText.Scoped(key, Prefix);
        return new PostingKey(account, id);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Prefix}{Account.Name}/{PostingId}";
}
