using System.Globalization;

namespace CiivSoft.Storage.Resumes;

/// <summary>Packs the person's data and the résumé's text into the one value that is compressed and encrypted.</summary>
internal static class ResumeText
{
    public static string Join(string personJson, string text) =>
        string.Create(CultureInfo.InvariantCulture, $"{personJson.Length}\n{personJson}{text}");

    public static (string PersonJson, string Text) Split(string joined)
    {
        var line = joined.IndexOf('\n', StringComparison.Ordinal);
        var length = int.Parse(joined.AsSpan(0, line), CultureInfo.InvariantCulture);
        return (joined.Substring(line + 1, length), joined[(line + 1 + length)..]);
    }
}
