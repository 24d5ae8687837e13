using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Formats;

/// <summary>What a file's name claims, against what its content is.</summary>
internal static class FileNames
{
    private static readonly Dictionary<string, DocumentFormat[]> Claims = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = [DocumentFormat.Pdf],
        [".docx"] = [DocumentFormat.Docx],
        [".docm"] = [DocumentFormat.Docx],
        [".dotx"] = [DocumentFormat.Docx],
        [".doc"] = [DocumentFormat.LegacyWord],
        [".rtf"] = [DocumentFormat.Rtf],
        [".odt"] = [DocumentFormat.Odt],
        [".htm"] = [DocumentFormat.Html],
        [".html"] = [DocumentFormat.Html],
        [".txt"] = [DocumentFormat.PlainText],
        [".png"] = [DocumentFormat.Image],
        [".jpg"] = [DocumentFormat.Image],
        [".jpeg"] = [DocumentFormat.Image],
    };

    public static void Compare(string fileName, DocumentFormat format, Findings findings)
    {
        var extension = Path.GetExtension(fileName);
        if (Claims.TryGetValue(extension, out var claimed) && !claimed.Contains(format))
        {
            findings.Add(
                DocumentWarningKind.WrongExtension,
                $"{Describe(format)} named {Claims.Keys.First(name => name.Equals(extension, StringComparison.OrdinalIgnoreCase))}"
            );
        }
    }

    private static string Describe(DocumentFormat format) =>
        format switch
        {
            DocumentFormat.Unknown => "unknown content",
            DocumentFormat.LegacyWord => "legacy Word",
            DocumentFormat.PlainText => "plain text",
            DocumentFormat.Image => "picture",
            _ => format.ToString().ToUpperInvariant(),
        };
}
