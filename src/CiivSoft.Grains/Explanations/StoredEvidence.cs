using System.Text.Json.Serialization;
using CiivSoft.Matching.Counterfactuals;
using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Scoring;

namespace CiivSoft.Grains.Explanations;

/// <summary>What is kept with a decision to explain it.</summary>
internal sealed record StoredEvidence
{
    /// <summary>Why nothing was scored; null when it was.</summary>
    public string? Reason { get; init; }

    /// <summary>Version of the requirements judged; null when nothing was judged.</summary>
    public string? Requirements { get; init; }

    /// <summary>Each requirement with its judgement and quote.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What the score was made of.</summary>
    public IReadOnlyList<MatchFeature> Features { get; init; } = [];

    /// <summary>What to look at before relying on the résumé, in words.</summary>
    public IReadOnlyList<string> Cautions { get; init; } = [];

    /// <summary>What would have changed the result, or would not have; each tried by scoring.</summary>
    public IReadOnlyList<ResultChange> Changes { get; init; } = [];

    /// <summary>How the level of the posting's title and of the résumé's jobs compare; null when they go together.</summary>
    public LevelComparison? Level { get; init; }

    /// <summary>For REFiiNE: this posting beside the one that was applied for.</summary>
    public PostingContrast? Contrast { get; init; }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredEvidence))]
internal sealed partial class EvidenceJson : JsonSerializerContext;
