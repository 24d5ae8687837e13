using System.Text.Json.Serialization;

namespace CiivSoft.Matching.Counterfactuals;

/// <summary>What would have changed a result, or would not have; found by scoring the changed résumé, not by guessing.</summary>
/// <param name="Kind">Which way.</param>
/// <param name="Requirements">The requirements it is about, by their short names.</param>
/// <param name="Quote">The words of the résumé that it is about; null when it is about what the résumé lacks.</param>
/// <param name="Score">The score that the changed résumé has.</param>
/// <param name="Sentence">The same in plain words.</param>
public sealed record ResultChange(
    ResultChangeKind Kind,
    IReadOnlyList<string> Requirements,
    string? Quote,
    double Score,
    string Sentence
);

/// <summary>Which way a result would have gone.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ResultChangeKind>))]
public enum ResultChangeKind
{
    /// <summary>The résumé lacks something with which it would have passed.</summary>
    WouldPass = 0,

    /// <summary>All that the posting asks for and the résumé lacks would not have been enough.</summary>
    WouldNotPass,

    /// <summary>Without these words the résumé would not have passed.</summary>
    Decisive,

    /// <summary>The reasons quoted did not decide: the résumé would have passed without them.</summary>
    NotDecisive,
}
