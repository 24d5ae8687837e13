using CiivSoft.Documents;

namespace CiivSoft.Cli.Extraction;

/// <summary>One line of <c>ciivsoft extract</c>.</summary>
internal sealed record ExtractedLine(string File, string Verdict, string Text, IReadOnlyList<string> Warnings)
{
    public static ExtractedLine Of(string file, DocumentReading reading) =>
        new(file, reading.Describe(), reading.Text, [.. Reasons(reading), .. reading.Warnings.Select(Describe)]);

    private static string[] Reasons(DocumentReading reading) =>
        reading.Verdict is DocumentVerdict.Quarantined or DocumentVerdict.NeedsOcr && reading.Reason is { } reason
            ? [reason]
            : [];

    private static string Describe(DocumentWarning warning) =>
        warning.Kind == DocumentWarningKind.HiddenText
            ? $"hidden text removed: {warning.Detail} ({warning.Count} characters)"
            : $"{Words(warning.Kind)}: {warning.Detail}" + (warning.Count > 1 ? $" ({warning.Count})" : "");

    private static string Words(DocumentWarningKind kind) =>
        kind switch
        {
            DocumentWarningKind.HiddenText => "hidden text removed",
            DocumentWarningKind.WrongExtension => "wrong extension",
            DocumentWarningKind.Damaged => "damaged",
            DocumentWarningKind.Encrypted => "encrypted",
            DocumentWarningKind.ActiveContent => "active content ignored",
            DocumentWarningKind.OddCharacters => "odd characters",
            DocumentWarningKind.MixedScripts => "mixed scripts",
            DocumentWarningKind.Shortened => "shortened",
            DocumentWarningKind.PicturePages => "picture pages",
            DocumentWarningKind.RecognisedText => "recognised text",
            DocumentWarningKind.DoubtfulEncoding => "doubtful encoding",
            DocumentWarningKind.LittleText => "little text",
            _ => throw new InvalidOperationException($"There is no warning {kind}."),
        };
}
