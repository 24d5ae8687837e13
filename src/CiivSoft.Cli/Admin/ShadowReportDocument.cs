using CiivSoft.Abstractions.Shadowing;

namespace CiivSoft.Cli.Admin;

/// <summary>The shadow report with what it takes to read it.</summary>
/// <param name="Report">The report.</param>
/// <param name="Titles">Titles of the postings that it names, by id.</param>
/// <param name="Evidence">Evidence of its examples, by decision.</param>
internal sealed record ShadowReportDocument(
    ShadowReport Report,
    IReadOnlyDictionary<string, string> Titles,
    IReadOnlyDictionary<string, ExplainedEvidence?> Evidence
);
