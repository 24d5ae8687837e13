using System.Text.Json;
using CiivSoft.Grains.Postings;
using CiivSoft.Matching;
using CiivSoft.Matching.Counterfactuals;
using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Integrity;
using CiivSoft.Matching.Notes;
using CiivSoft.Matching.Roles;
using CiivSoft.Matching.Scoring;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Explanations;

/// <summary>Collects why a decision came out as it did.</summary>
internal static class Explainer
{
    /// <summary>What a résumé shows of a posting's requirements, with exact quotes, and what the score was made of.</summary>
    /// <param name="engine">Scored the pair.</param>
    /// <param name="posting">The posting.</param>
    /// <param name="resume">The résumé.</param>
    /// <param name="score">The pair's score.</param>
    /// <param name="bar">What it had to reach.</param>
    /// <param name="person">The person.</param>
    /// <param name="warningsJson">What the reader found odd about the file; empty for nothing.</param>
    public static Explanation Explain(
        IMatchingEngine engine,
        OpenPosting posting,
        ResumeProfile resume,
        MatchScore score,
        double bar,
        PersonSnapshot person,
        string warningsJson
    )
    {
        var flags = IntegrityCheck.Find(resume.ScoredText, $"{posting.Row.Title}\n{posting.Row.Text}");
        var written = IntegrityCheck.WithoutBorrowed(resume.ScoredText, flags);
        var findings = engine.Judge(
            posting.Requirements,
            resume,
            written,
            AsOfMonth(person),
            RelatedJob.Of(posting.Profile, resume)
        );
        var level = LevelComparison.Of(posting.Row.Title, resume.Roles);
        var cautions = Cautions.Of(warningsJson, flags, level);
        var evidence = new StoredEvidence
        {
            Requirements = posting.Requirements.Version,
            Findings = findings,
            Features = score is MatchScore.Judgeable judged ? judged.Features : [],
            Changes = ResultChanges.Find(engine, posting.Profile, resume, findings, bar),
            Level = level,
            Cautions = cautions,
        };
        return new Explanation(posting.Row, evidence)
        {
            IsPlaceUnknown = !posting.Row.IsRemote && person.Contact.Country is null,
            LatestJob = LatestJob.Of(resume),
            Cautions = cautions,
        };
    }

    // "2019 - present" was true when the person last applied: no clock plays a part, and no lead of ours.
    private static int? AsOfMonth(PersonSnapshot person) =>
        person
            .Opportunities.Where(opportunity => opportunity is { ApplicationId: not null, LeadOf: null })
            .Select(opportunity => (long?)opportunity.CreatedAtMs)
            .Max()
            is { } applied
            ? MonthOf(DateTimeOffset.FromUnixTimeMilliseconds(applied))
            : null;

    private static int MonthOf(DateTimeOffset date) => (12 * date.Year) + date.Month - 1;

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
            ResumeStatus.Encrypted => UnreadableReason.Encrypted,
            _ => UnreadableReason.Damaged,
        };

    /// <summary>The evidence as it is stored.</summary>
    public static string Serialize(StoredEvidence evidence) =>
        JsonSerializer.Serialize(evidence, EvidenceJson.Default.StoredEvidence);
}
