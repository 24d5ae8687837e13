using System.Text.Json;

namespace CiivSoft.Dashboard.Views;

/// <summary>What is stored with a decision to explain it.</summary>
public sealed record Evidence
{
    private static readonly JsonSerializerOptions Lenient = new(JsonSerializerDefaults.Web);

    /// <summary>Why nothing was scored; null when it was.</summary>
    public string? Reason { get; init; }

    /// <summary>Version of the requirements judged; null when nothing was.</summary>
    public string? Requirements { get; init; }

    /// <summary>Each requirement with its judgement and quote.</summary>
    public IReadOnlyList<EvidenceFinding> Findings { get; init; } = [];

    /// <summary>What the score was made of.</summary>
    public IReadOnlyList<EvidenceFeature> Features { get; init; } = [];

    /// <summary>What to look at before relying on the résumé: hidden text, repeated key words and the like; in words.</summary>
    public IReadOnlyList<string> Cautions { get; init; } = [];

    /// <summary>What would have changed the result, or would not have; empty where an older release decided.</summary>
    public IReadOnlyList<EvidenceChange> Changes { get; init; } = [];

    /// <summary>For REFiiNE: the posting beside the one applied for; null else.</summary>
    public EvidenceContrast? Contrast { get; init; }

    /// <summary>Reads what is stored; null when there is none, or a later release wrote it in a form unknown here.</summary>
    public static Evidence? Read(string? json)
    {
        if (json is null)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Evidence>(json, Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>One requirement, as the résumé shows it.</summary>
/// <param name="Requirement">What is asked for.</param>
/// <param name="Judgement"><c>Met</c>, <c>Partly</c>, <c>NotMet</c> or <c>Unknown</c>.</param>
/// <param name="Quote">The résumé's own words; null for none.</param>
public sealed record EvidenceFinding(EvidenceRequirement Requirement, string Judgement, EvidenceQuote? Quote);

/// <summary>Something that a posting asks for.</summary>
/// <param name="Text">A short name.</param>
/// <param name="Kind">For example <c>Skill</c>.</param>
/// <param name="Importance"><c>Must</c> or <c>Nice</c>.</param>
/// <param name="Weight">0 to 1.</param>
public sealed record EvidenceRequirement(string Text, string Kind, string Importance, double Weight);

/// <summary>A stretch of the résumé.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Start">Its offset in UTF-16 units.</param>
public sealed record EvidenceQuote(string Text, int Start);

/// <summary>One named similarity.</summary>
/// <param name="Name">The model's name of it.</param>
/// <param name="Value">0 to 1.</param>
public sealed record EvidenceFeature(string Name, double Value);

/// <summary>A changed résumé that was tried.</summary>
/// <param name="Kind"><c>WouldPass</c>, <c>WouldNotPass</c>, <c>Decisive</c> or <c>NotDecisive</c>.</param>
/// <param name="Sentence">In plain words, with score and bar.</param>
public sealed record EvidenceChange(string Kind, string Sentence);

/// <summary>Two postings against one résumé.</summary>
/// <param name="OriginTitle">The posting applied for.</param>
/// <param name="Shown">Requirements met of the posting found.</param>
/// <param name="Asked">Of how many.</param>
/// <param name="OriginShown">Requirements met of the posting applied for.</param>
/// <param name="OriginAsked">Of how many.</param>
/// <param name="OnlyHere">Met here, not asked there.</param>
/// <param name="LackingThere">Asked there, not met.</param>
public sealed record EvidenceContrast(
    string OriginTitle,
    int Shown,
    int Asked,
    int OriginShown,
    int OriginAsked,
    IReadOnlyList<string> OnlyHere,
    IReadOnlyList<string> LackingThere
);
