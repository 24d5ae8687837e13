using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Candidates;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Grains.Connections;
using CiivSoft.Grains.Eligibility;
using CiivSoft.Grains.Indexing;
using CiivSoft.Grains.Postings;
using CiivSoft.Grains.Rerunning;
using CiivSoft.Grains.Switches;
using CiivSoft.Grains.Telemetry;
using CiivSoft.Lever;
using CiivSoft.Matching;
using CiivSoft.Matching.Roles;
using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Resumes;
using CiivSoft.Storage.Work;

namespace CiivSoft.Grains.Candidates;

/// <summary>What is done for a person when work waits: read the résumé, decide what waits, save all of it at once.</summary>
internal sealed class CandidateWork(
    IMirrorStore mirror,
    IDecisionStore decisions,
    IResumeStore resumes,
    IWorkStore queue,
    LeverClients clients,
    ResumeReading reading,
    PostingCatalog catalog,
    ApplicationDecider decider,
    RerunFinder reruns,
    IMatchingEngine engine,
    IGrainFactory grains,
    GrainMetrics metrics,
    TimeProvider clock
)
{
    public async Task<WorkOutcome> ProcessAsync(
        CandidateKey key,
        WorkItem item,
        WorkOrder order,
        CancellationToken cancellationToken
    )
    {
        var people = await mirror.LoadPeopleAsync(key.Account, [key.ContactId], cancellationToken);
        if (people is not [var person] || MustBeErased(person, key.ContactId, clock.GetUtcNow()))
        {
            await EraseAsync(key, item, cancellationToken);
            return WorkOutcome.Nothing;
        }

        var postings = await catalog.GetAsync(key.Account, order.PostingsVersion, cancellationToken);
        var (waiting, rerun) = order.RerunOf is { } again
            ? await reruns.FindAsync(key, person, postings, order, again, cancellationToken)
            : (await WaitingAsync(key, person, postings, order, cancellationToken), null);
        var lever = await clients.GetAsync(key.Account, order.ConnectionVersion, cancellationToken);
        var step = await reading.ReadAsync(
            lever,
            person,
            waiting.Count > 0,
            order.Attempts,
            PriorityOf(order),
            cancellationToken
        );
        if (step.LookAgainAt is { } lookAgainAt)
        {
            await decisions.CommitAsync(key.Account, Later(step, item, lookAgainAt), cancellationToken);
            return Missing(step, WorkOutcome.Nothing);
        }

        var resume = waiting.Count == 0 ? null : step.Resume ?? await LoadResumeAsync(key, cancellationToken);
        var known = (rerun?.Before(person) ?? person) with { Contact = step.Contact };
        var context = new DecisionContext(
            key.Account,
            known,
            order,
            postings,
            step.Profile ?? (resume is null ? null : await ReadAsync(key, resume, cancellationToken)),
            resume?.WarningsJson ?? "",
            clock.GetUtcNow()
        )
        {
            Generation = rerun?.Generation ?? 0,
        };
        using var span = waiting.Count == 0 ? null : GrainTraces.BeginDecide();
        var made = decider.DecideAll(waiting, context);
        var decided = rerun?.Restrict(made) ?? made;
        var commit = new DecisionCommit
        {
            Contact = step.Contact == person.Contact ? null : step.Contact,
            Resume = step.Resume,
            Vector = step.Vector,
            Decisions = decided,
            Superseded = rerun?.Superseded ?? [],
            Activity = [.. decided.Select(d => Line(d.Decision)), .. step.Activity],
            Finished = item,
        };
        var result = await decisions.CommitAsync(key.Account, commit, cancellationToken);
        metrics.Decided(commit, result);
        await IndexAsync(key, step.Vector);
        return Missing(step, new WorkOutcome(order.IsShadow ? 0 : result.PlannedEffects, result.NewDecisions.Count));
    }

    // The work was done without it, as well as it goes; it must be said all the same.
    private static WorkOutcome Missing(ResumeStep step, WorkOutcome outcome) =>
        step.MissingRight is { } right
            ? outcome with
            {
                Trouble = WorkTrouble.MissingRight,
                MissingRight = right,
            }
            : outcome;

    private static LeverPriority PriorityOf(WorkOrder order) =>
        order.Urgency == Abstractions.Accounts.CallUrgency.Backfill
            ? LeverPriority.Backfill
            : LeverPriority.NewApplication;

    private static DecisionCommit Later(ResumeStep step, WorkItem item, DateTimeOffset again) =>
        new()
        {
            Contact = step.Contact,
            Finished = item,
            Next = item with { NotBefore = again, Reason = "The résumé is not there yet." },
        };

    private static bool MustBeErased(PersonSnapshot person, string contactId, DateTimeOffset now)
    {
        var nowMs = now.ToUnixTimeMilliseconds();
        var own = person.Opportunities.Where(o => o.ContactId == contactId).ToList();
        return own.Count == 0 || own.Exists(o => o.IsAnonymized || o.ConsentRefused || o.ConsentEndsAtMs <= nowMs);
    }

    // Applications in New applicant on open postings that nobody decided yet, oldest first.
    private async Task<IReadOnlyList<OpportunityRow>> WaitingAsync(
        CandidateKey key,
        PersonSnapshot person,
        OpenPostings postings,
        WorkOrder order,
        CancellationToken cancellationToken
    )
    {
        var newApplicant = LeverStages.FindNewApplicant(order.Stages)?.StageId ?? LeverStages.NewApplicantId;
        var open = person
            .Opportunities.Where(o =>
                o is { ArchivedAtMs: null, ApplicationId: not null, PostingId: { } posting }
                && o.ContactId == key.ContactId
                && o.StageId == newApplicant
                && postings.Find(posting) is { } found
                && !order.IsOff(Solution.Fiilter, posting)
                && (order.Settings.IncludeConfidential || !(o.IsConfidential || found.Row.IsConfidential))
            )
            .ToList();
        if (open.Count == 0)
        {
            return open;
        }

        var ids = open.Select(o => o.ApplicationId).OfType<string>().ToList();
        var known = await decisions.OfApplicationsAsync(key.Account, ids, cancellationToken);
        var decided = known.Select(d => d.Subject).ToHashSet(StringComparer.Ordinal);
        return [.. open.Where(o => !decided.Contains(o.ApplicationId!)).OrderBy(o => o.CreatedAtMs)];
    }

    private async Task<ResumeRecord?> LoadResumeAsync(CandidateKey key, CancellationToken cancellationToken)
    {
        var stored = await resumes.LoadAsync(key.Account, [key.ContactId], cancellationToken);
        return stored is [var resume] ? resume : null;
    }

    // A vector that is stored holds what the embedding said; a service need not be asked again.
    private async Task<ResumeProfile> ReadAsync(
        CandidateKey key,
        ResumeRecord resume,
        CancellationToken cancellationToken
    )
    {
        var source = ResumeReading.SourceOf(resume);
        if (engine.NeedsPreparation)
        {
            var stored = await resumes.LoadVectorsAsync(
                key.Account,
                engine.ModelVersion,
                [resume.ContactId],
                cancellationToken
            );
            await engine.PrepareAsync([], [source with { Vector = VectorOf(stored) }], cancellationToken);
        }

        return engine.ReadResume(source);
    }

    private static ReadOnlyMemory<float> VectorOf(IReadOnlyList<VectorRecord> stored) =>
        stored is [var vector] ? vector.Values : default;

    private async Task EraseAsync(CandidateKey key, WorkItem item, CancellationToken cancellationToken)
    {
        // The index first: erasing also removes the work item, and with it the reason to come back.
        await grains.ShardOf(key.Account, key.ContactId).RemoveAsync([key.ContactId], cancellationToken);
        await mirror.EraseContactsAsync(key.Account, [key.ContactId], cancellationToken);
        await queue.CompleteAsync(key.Account, item, cancellationToken);
    }

    private Task IndexAsync(CandidateKey key, VectorRecord? vector) =>
        vector is null
            ? Task.CompletedTask
            : grains.ShardOf(key.Account, key.ContactId).PutAsync(key.ContactId, [.. vector.Values.Span]);

    private static ActivityRow Line(DecisionRow decision) =>
        new()
        {
            At = decision.DecidedAt,
            Kind = "decided",
            Solution = decision.Solution,
            OpportunityId = decision.OpportunityId,
            ContactId = decision.ContactId,
            PostingId = decision.PostingId,
            DecisionId = decision.DecisionId,
            Message = $"{decision.Verdict}{(decision.IsShadow ? " (shadow)" : "")}",
        };
}
