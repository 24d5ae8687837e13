namespace CiivSoft.Cli.Settings;

/// <summary>A setting of the silo as <c>docs/reference/settings.md</c> describes it.</summary>
/// <param name="Variable">Its name in the environment, for example <c>CIIVSOFT__HTTP</c>.</param>
/// <param name="Default">Its default in words or as a value; "none" for none.</param>
/// <param name="Meaning">What it does.</param>
internal sealed record Setting(string Variable, string Default, string Meaning)
{
    private static readonly string[] SecretWords = ["KEYS", "__KEY", "TOKEN", "SECRET", "PASSWORD"];

    /// <summary>Its name in <c>appsettings.json</c>, for example <c>CiivSoft:Http</c>; names there are compared without regard to case.</summary>
    public string Path => Variable.Replace("__", ":", StringComparison.Ordinal);

    /// <summary>Whether its value must not be shown.</summary>
    public bool IsSecret =>
        Array.Exists(SecretWords, word => Variable.EndsWith(word, StringComparison.Ordinal)) || IsConnection;

    private bool IsConnection => Variable is "CIIVSOFT__POSTGRES" or "CIIVSOFT__POSTGRESOWNER";

    /// <summary>A value as it may be shown.</summary>
    public string Mask(string value) =>
        !IsSecret || value.Length == 0 ? value
        : IsConnection ? MaskConnection(value)
        : "********";

    private static string MaskConnection(string value) =>
        string.Join(
            ';',
            value
                .Split(';')
                .Select(part =>
                    part.TrimStart().StartsWith("pass", StringComparison.OrdinalIgnoreCase)
                    || part.TrimStart().StartsWith("pwd", StringComparison.OrdinalIgnoreCase)
                        ? $"{part.Split('=')[0]}=********"
                        : part
                )
        );
}
