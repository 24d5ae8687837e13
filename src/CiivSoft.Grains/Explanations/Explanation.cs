using CiivSoft.Abstractions;
using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Notes;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Explanations;

/// <summary>Why a person fits a posting: the evidence as it is stored, and the notes that tell it.</summary>
/// <param name="Posting">The posting.</param>
/// <param name="Evidence">What is stored to explain it.</param>
internal sealed record Explanation(PostingRow Posting, StoredEvidence Evidence)
{
    /// <summary>The posting applied for, where REFiiNE found this one instead; null else.</summary>
    public Explanation? Origin { get; private init; }

    /// <summary>What the résumé shows of the posting's requirements.</summary>
    public IReadOnlyList<Finding> Findings => Evidence.Findings;

    /// <summary>The evidence as it is stored.</summary>
    public string Json => Explainer.Serialize(Evidence);

    /// <summary>The latest job that the résumé names; empty when none was found.</summary>
    public string LatestJob { get; init; } = "";

    /// <summary>Whether it is not known where the person lives.</summary>
    public bool IsPlaceUnknown { get; init; }

    /// <summary>What to look at before relying on the résumé.</summary>
    public IReadOnlyList<string> Cautions { get; init; } = [];

    /// <summary>The same beside the posting that was applied for.</summary>
    public Explanation After(Explanation origin) =>
        this with
        {
            Origin = origin,
            Evidence = Evidence with { Contrast = PostingContrast.Of(Findings, origin.Posting.Title, origin.Findings) },
        };

    /// <summary>FiiLTER's note on the application that it moved.</summary>
    public string Screened(string stageName, string reference) =>
        NoteWriter.Write(
            Facts(NoteKind.FiilterScreened, reference) with
            {
                StageName = stageName,
                // Who applied, applied: place and right to work are no question of FiiLTER's.
                IsPlaceUnknown = false,
                IsRightToWorkUnknown = false,
            }
        );

    /// <summary>The note on a lead.</summary>
    public string Lead(Solution solution, string reference) =>
        NoteWriter.Write(Facts(solution == Solution.Arkiive ? NoteKind.ArkiiveLead : NoteKind.RefiineLead, reference));

    /// <summary>Where leads may not be made: the note on the person's newest opportunity.</summary>
    public string Recommended(Solution solution, string reference) =>
        NoteWriter.Write(
            Facts(
                solution == Solution.Arkiive ? NoteKind.ArkiiveRecommendation : NoteKind.RefiineRecommendation,
                reference
            )
        );

    /// <summary>REFiiNE's line on the application that the lead came from.</summary>
    public string OriginLine(string reference) => NoteWriter.Write(Facts(NoteKind.RefiineOrigin, reference));

    /// <summary>The note on an application that matched nowhere.</summary>
    public string NothingMatched(string reference) => NoteWriter.Write(Facts(NoteKind.FiilterNotAdvanced, reference));

    private NoteFacts Facts(NoteKind kind, string reference) =>
        new()
        {
            Kind = kind,
            PostingTitle = Posting.Title,
            Reference = reference,
            Findings = Findings,
            LatestJob = LatestJob,
            OriginTitle = Origin?.Posting.Title ?? "",
            OriginFindings = Origin?.Findings ?? [],
            IsPlaceUnknown = IsPlaceUnknown,
            IsRightToWorkUnknown = IsPlaceUnknown,
            Cautions = Cautions,
        };
}
