using CiivSoft.Abstractions;
using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Resumes;
using CiivSoft.Storage.Work;

namespace CiivSoft.Storage.Tests;

/// <summary>Rows with everything set that a test does not care about.</summary>
internal static class Rows
{
    public static readonly DateTimeOffset Day = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static OpportunityRow Opportunity(string id, string contact = "c1", string? posting = "p1") =>
        new()
        {
            OpportunityId = id,
            ContactId = contact,
            PostingId = posting,
            ApplicationId = $"app-{id}",
            StageId = "applicant-new",
            Origin = "applied",
            CreatedAtMs = 1_700_000_000_000,
            UpdatedAtMs = 1_700_000_000_001,
        };

    public static ContactRow Contact(string id, string? personKey = null) =>
        new()
        {
            ContactId = id,
            PersonKey = personKey ?? id,
            PersonJson = null,
        };

    public static PostingRow Posting(string id) =>
        new()
        {
            PostingId = id,
            Title = "Nurse",
            State = "published",
            IsOpen = true,
            Country = "DE",
            Location = "Berlin",
            Text = "You care for people.",
            ContentHash = "h1",
            CreatedAtMs = 1_700_000_000_000,
            OpenedAt = Day,
            Url = new Uri("https://jobs.example/p1"),
        };

    public static WorkItem Work(string id, WorkPriority priority = WorkPriority.NewApplication, long newest = 1) =>
        new()
        {
            Kind = WorkKind.Contact,
            Id = id,
            Priority = priority,
            NewestMs = newest,
        };

    public static DecisionRow Decision(string subject, Solution solution = Solution.Fiilter, string contact = "c1") =>
        new()
        {
            DecisionId = $"d-{solution}-{subject}",
            Solution = solution,
            Subject = subject,
            ContactId = contact,
            OpportunityId = "o1",
            PostingId = "p1",
            Verdict = "match",
            Score = 0.83,
            Cut = 0.6,
            ModelVersion = "m1",
            PolicyVersion = "y1",
            PostingHash = "ph",
            ResumeHash = "rh",
            EvidenceJson = """{"quote":"ran a ward of 20 beds"}""",
            DecidedAt = Day,
        };

    public static EffectRow Move(string opportunity, string contact = "c1") =>
        new()
        {
            EffectId = $"move-{opportunity}",
            Kind = EffectKind.Move,
            Subject = opportunity,
            Target = "screened",
            DecisionId = $"d-Fiilter-app-{opportunity}",
            Solution = Solution.Fiilter,
            ContactId = contact,
            PostingId = "p1",
            OpportunityId = opportunity,
            State = EffectState.Planned,
            PlannedAt = Day,
        };

    public static EffectRow Lead(string contact, string posting) =>
        new()
        {
            EffectId = $"lead-{contact}-{posting}",
            Kind = EffectKind.Lead,
            Subject = contact,
            Target = posting,
            DecisionId = $"d-Arkiive-{posting}/{contact}",
            Solution = Solution.Arkiive,
            ContactId = contact,
            PostingId = posting,
            State = EffectState.Planned,
            PlannedAt = Day,
        };

    public static EffectRow NoteOf(EffectRow parent) =>
        parent with
        {
            EffectId = $"note-{parent.EffectId}",
            Kind = EffectKind.Note,
            Subject = parent.DecisionId,
            Target = parent.EffectId,
            ParentId = parent.EffectId,
            State = EffectState.Planned,
            Ref = "CVS-0000000000000000",
            PayloadJson = """{"text":"Worked with ventilators"}""",
        };

    public static ResumeRecord Resume(string contact, string text = "Registered nurse, 12 years.") =>
        new()
        {
            ContactId = contact,
            Text = text,
            PersonJson = """{"names":["Ada"]}""",
            Hash = "rh",
            Source = "file",
            ReadAt = Day,
        };

    public static VectorRecord Vector(string contact, string model = "m1", int seed = 1) =>
        new(contact, model, Enumerable.Range(0, 100).Select(i => MathF.Sin(i + seed)).ToArray());

    public static ActivityRow Line(string message, int second = 0) =>
        new()
        {
            At = Day.AddSeconds(second),
            Kind = "decided",
            Solution = Solution.Fiilter,
            OpportunityId = "o1",
            Message = message,
        };
}
