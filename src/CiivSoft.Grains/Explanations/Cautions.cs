using System.Text.Json;
using System.Text.Json.Serialization;
using CiivSoft.Documents;
using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Integrity;

namespace CiivSoft.Grains.Explanations;

/// <summary>What a recruiter should look at before relying on a résumé. Never a reason to decide by itself.</summary>
internal static class Cautions
{
    /// <summary>Warnings of the document reader as they are stored.</summary>
    public static string Write(IReadOnlyList<DocumentWarning> warnings) =>
        JsonSerializer.Serialize(warnings, CautionsJson.Default.IReadOnlyListDocumentWarning);

    /// <summary>Sentences for a note; at most one for each kind.</summary>
    /// <param name="warningsJson">Warnings of the document reader, as stored; empty for none.</param>
    /// <param name="flags">What in the text looks meant to deceive.</param>
    /// <param name="level">How the levels of posting and résumé compare; null when they go together.</param>
    public static IReadOnlyList<string> Of(
        string warningsJson,
        IReadOnlyList<IntegrityFlag> flags,
        LevelComparison? level
    )
    {
        var warnings = warningsJson.Length == 0 ? null : Read(warningsJson);
        return
        [
            .. (warnings ?? [])
                .Select(w => Sentence(w.Kind))
                .OfType<string>()
                .Concat(flags.Select(f => Sentence(f.Kind)))
                .Concat(level is null ? [] : [level.Sentence])
                .Distinct(),
        ];
    }

    private static IReadOnlyList<DocumentWarning>? Read(string warningsJson) =>
        JsonSerializer.Deserialize(warningsJson, CautionsJson.Default.IReadOnlyListDocumentWarning);

    private static string? Sentence(DocumentWarningKind kind) =>
        kind switch
        {
            DocumentWarningKind.HiddenText => "the file holds hidden text, which was left out",
            DocumentWarningKind.Shortened => "only the beginning of a very long file was read",
            DocumentWarningKind.Damaged => "a part of the file is damaged and was not read",
            DocumentWarningKind.PicturePages => "some pages are pictures and were not read",
            DocumentWarningKind.RecognisedText => "the text was recognised from a scan and may hold errors",
            _ => null,
        };

    private static string Sentence(IntegrityKind kind) =>
        kind switch
        {
            IntegrityKind.PastedPosting => "parts of the résumé repeat the posting word for word; they did not count",
            IntegrityKind.KeywordStuffing =>
                "the résumé lists key words of the posting without context; they did not count",
            IntegrityKind.RepeatedWord => "the résumé repeats one word very often",
            _ => "the résumé holds words that speak to a screening program; they did not count",
        };
}

[JsonSerializable(typeof(IReadOnlyList<DocumentWarning>))]
internal sealed partial class CautionsJson : JsonSerializerContext;
