namespace CiivSoft.Abstractions.Keys;

/// <summary>Splits grain keys of the forms <c>prefix:account</c> and <c>prefix:account/id</c>.</summary>
internal static class KeyText
{
    public static string Body(string key, string prefix)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.StartsWith(prefix, StringComparison.Ordinal)
            ? key[prefix.Length..]
            : throw new FormatException($"'{key}' is no key of the form {prefix}…");
    }

    public static (AccountKey Account, string Id) Scoped(string key, string prefix)
    {
        var body = Body(key, prefix);
        var slash = body.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < body.Length - 1
            ? (new AccountKey(body[..slash]), body[(slash + 1)..])
            : throw new FormatException($"'{key}' is no key of the form {prefix}account/id.");
    }
}
