using System.Globalization;

namespace CiivSoft.Abstractions.Keys;

/// <summary>Names one shard of an account's candidate index.</summary>
/// <param name="Account">The account whose candidates it holds.</param>
/// <param name="Shard">Zero-based number of the shard.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.IndexShardKey")]
public readonly record struct IndexShardKey([property: Id(0)] AccountKey Account, [property: Id(1)] int Shard)
{
    private const string Prefix = "index:";

    /// <summary>Reads a grain key written by <see cref="ToString"/>.</summary>
    /// <exception cref="FormatException">The text is no such key.</exception>
    public static IndexShardKey Parse(string key)
    {
        var (account, id) = KeyText.Scoped(key, Prefix);
        return int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var shard)
            ? new IndexShardKey(account, shard)
            : throw new FormatException($"'{key}' names no shard.");
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Account.Name}/{Shard}");
}
