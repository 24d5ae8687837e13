using System.Text.Json;
using CiivSoft.Grains.Postings;
using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Notes;
using CiivSoft.Matching.Roles;
using CiivSoft.Matching.Scoring;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Explanations;

/// <summary>Collects why a decision came out as it did.</summary>
internal static class Explainer
{
    /// <summary>What a résumé shows of a posting's requirements, with exact quotes, and what the score was made of.</summary>
    public static Explanation Explain(
        OpenPosting posting,
        ResumeProfile resume,
        MatchScore score,
        ContactRow contact,
        string warningsJson
    )
    {
        var findings = EvidenceFinder.Judge(posting.Requirements, resume.Text, resume.ScoredText);
        var evidence = new StoredEvidence
        {
            Requirements = posting.Requirements.Version,
            Findings = findings,
            Features = score is MatchScore.Judgeable judged ? judged.Features : [],
        };
        return new Explanation(posting.Row, findings, Serialize(evidence))
        {
            IsPlaceUnknown = !posting.Row.IsRemote && contact.Country is null,
            Cautions = Cautions.Of(warningsJson, resume.Text, posting.Row.Text),
        };
    }

    /// <summary>The evidence of a decision for which nothing was scored.</summary>
    public static string Reason(string reason) => Serialize(new StoredEvidence { Reason = reason });

    /// <summary>The note on an application that could not be judged.</summary>
    public static string Unreadable(PostingRow posting, UnreadableReason reason, string reference) =>
        NoteWriter.Write(
            new NoteFacts
            {
                Kind = NoteKind.Unreadable,
                PostingTitle = posting.Title,
                Reference = reference,
                Reason = reason,
            }
        );

    /// <summary>Why a résumé gives no text.</summary>
    public static UnreadableReason ReasonOf(ResumeStatus status) =>
        status switch
        {
            ResumeStatus.NeedsOcr => UnreadableReason.NeedsOcr,
            ResumeStatus.NotProcessed => UnreadableReason.NotProcessed,
            ResumeStatus.TooLarge => UnreadableReason.TooLarge,
            ResumeStatus.Quarantined => UnreadableReason.Quarantined,
            _ => UnreadableReason.Damaged,
        };

    private static string Serialize(StoredEvidence evidence) =>
        JsonSerializer.Serialize(evidence, EvidenceJson.Default.StoredEvidence);
}
