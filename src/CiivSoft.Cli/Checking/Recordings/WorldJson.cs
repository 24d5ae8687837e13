using System.Text.Json;

namespace CiivSoft.Cli.Checking.Recordings;

/// <summary>Reads the lines of the simulator's world dumps, which are Lever's own resources.</summary>
internal static class WorldJson
{
    public static LeverOpportunityState ReadOpportunity(JsonElement line, long clockAheadMs)
    {
        var opportunity = line.GetProperty("opportunity");
        var application = opportunity.GetProperty("applications").EnumerateArray().FirstOrDefault();
        return new LeverOpportunityState
        {
            Id = Text(opportunity, "id") ?? "",
            Contact = Text(opportunity, "contact") ?? "",
            Stage = Text(opportunity, "stage") ?? "",
            Application = Text(application, "id"),
            Posting = Text(application, "posting"),
            IsArchived = opportunity.GetProperty("archived").ValueKind == JsonValueKind.Object,
            IsAnonymized = opportunity.GetProperty("isAnonymized").ValueKind == JsonValueKind.True,
            IsConfidential = Text(opportunity, "confidentiality") == "confidential",
            IsConsentRefused = IsRefused(opportunity.GetProperty("dataProtection")),
            Sources = [.. opportunity.GetProperty("sources").EnumerateArray().Select(s => s.GetString() ?? "")],
            CreatedAt = opportunity.GetProperty("createdAt").GetInt64() - clockAheadMs,
            Notes =
            [
                .. line.GetProperty("notes")
                    .EnumerateArray()
                    .Where(n => n.GetProperty("deletedAt").ValueKind == JsonValueKind.Null)
                    .Select(n => new LeverNoteState(Text(n, "id") ?? "", NoteText(n))),
            ],
        };
    }

    public static LeverPostingState ReadPosting(JsonElement line) =>
        new(
            Text(line, "id") ?? "",
            Text(line, "state") ?? "",
            line.TryGetProperty("confidentiality", out var confidentiality)
                && confidentiality.ValueKind == JsonValueKind.String
                && confidentiality.GetString() == "confidential"
        );

    public static LeverStageState ReadStage(JsonElement line) => new(Text(line, "id") ?? "", Text(line, "text") ?? "");

    private static string NoteText(JsonElement note) =>
        string.Join('\n', note.GetProperty("fields").EnumerateArray().Select(f => Text(f, "value") ?? ""));

    private static bool IsRefused(JsonElement protection) =>
        protection.ValueKind == JsonValueKind.Object
        && protection
            .EnumerateObject()
            .Any(consent =>
                consent.Value.ValueKind == JsonValueKind.Object
                && consent.Value.TryGetProperty("allowed", out var allowed)
                && allowed.ValueKind == JsonValueKind.False
            );

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object
        && parent.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
