using System.Text.RegularExpressions;

namespace CiivSoft.Abstractions.Keys;

/// <summary>Names a connected Lever account: 1 to 40 lower-case letters, digits and inner hyphens.</summary>
/// <remarks>
/// As a grain key it reads <c>acct:NAME</c>: the ADO.NET storage provider folds keys that look like hexadecimal
/// numbers onto one row, so every key carries a prefix that is no hexadecimal number.
/// </remarks>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.AccountKey")]
public readonly partial record struct AccountKey
{
    private const string Prefix = "acct:";

    /// <summary>Makes the key of an account.</summary>
    /// <exception cref="FormatException">The name is not 1 to 40 of a-z, 0-9 and inner hyphens.</exception>
    public AccountKey(string name)
    {
        if (name is null || !NamePattern().IsMatch(name))
        {
            throw new FormatException(
                "An account's name is 1 to 40 lower-case letters, digits and inner hyphens, such as acme or acme-uk."
            );
        }

        Name = name;
    }

    /// <summary>The name alone, as operators type it.</summary>
    [Id(0)]
    public string Name { get; }

    /// <summary>Reads a grain key written by <see cref="ToString"/>.</summary>
    /// <exception cref="FormatException">The text is no account key.</exception>
    public static AccountKey Parse(string key) => new(KeyText.Body(key, Prefix));

    /// <inheritdoc/>
    public override string ToString() => Prefix + Name;

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$", RegexOptions.NonBacktracking)]
    private static partial Regex NamePattern();
}
