using CiivSoft.LeverSimulator.Generation.Documents;

namespace CiivSoft.LeverSimulator.Generation.Worlds;

/// <summary>What decides an opportunity.</summary>
/// <param name="Contact">The number of the person.</param>
/// <param name="Posting">The number of the posting; null for somebody who is on none.</param>
/// <param name="Candidacy">How far it has come.</param>
/// <param name="CreatedAt">Milliseconds since 1970 UTC.</param>
/// <param name="Resume">What came with it.</param>
/// <param name="IsParsed">Whether Lever could read positions and schools from the résumé.</param>
/// <param name="IsSnoozed">Whether a recruiter put it aside for some weeks.</param>
internal readonly record struct PlannedOpportunity(
    int Contact,
    int? Posting,
    Candidacy Candidacy,
    long CreatedAt,
    ResumeKind Resume = ResumeKind.File,
    bool IsParsed = true,
    bool IsSnoozed = false
);
