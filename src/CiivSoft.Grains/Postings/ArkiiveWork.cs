using System.Text.Json;
using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Candidates;
using CiivSoft.Abstractions.Indexing;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Grains.Candidates;
using CiivSoft.Grains.Effects;
using CiivSoft.Grains.Eligibility;
using CiivSoft.Grains.Explanations;
using CiivSoft.Grains.Indexing;
using CiivSoft.Grains.Switches;
using CiivSoft.Grains.Telemetry;
using CiivSoft.Matching;
using CiivSoft.Matching.Scoring;
using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Encryption;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Resumes;
using CiivSoft.Storage.Work;

namespace CiivSoft.Grains.Postings;

/// <summary>
/// ARKiiVE for one posting: vectors find, the gate excludes, the full score decides, the best above the bar become leads,
/// at most as many as are left of the posting's N.
/// </summary>
internal sealed class ArkiiveWork(
    IMirrorStore mirror,
    IDecisionStore decisions,
    IResumeStore resumes,
    IEffectStore effects,
    IWorkStore queue,
    PostingCatalog catalog,
    IMatchingEngine engine,
    MarkerKey refs,
    SearchSlots slots,
    IGrainFactory grains,
    GrainMetrics metrics,
    TimeProvider clock
)
{
    /// <summary>So many of the nearest are looked at; of those eligible, each is scored in full.</summary>
    private const int Nearest = 300;

    // So many are read and scored before other grains have their turn: hundreds take seconds.
    private const int Turn = 16;

    // Switching on hurries what waits; this is for a switch that was lost on the way.
    private static readonly TimeSpan WhileOff = TimeSpan.FromDays(1);

    public async Task<WorkOutcome> RunAsync(
        PostingKey key,
        WorkItem item,
        WorkOrder order,
        CancellationToken cancellationToken
    )
    {
        if (order.IsOff(Solution.Arkiive, key.PostingId))
        {
            await queue.PostponeAsync(key.Account, item, clock.GetUtcNow() + WhileOff, "off", cancellationToken);
            return WorkOutcome.Nothing;
        }

        using var slot = await slots.TakeAsync(cancellationToken);
        var row = await mirror.FindPostingAsync(key.Account, key.PostingId, cancellationToken);
        var room = row is null ? 0 : await RoomAsync(key, order, cancellationToken);
        if (row is not { IsOpen: true } || room <= 0 || (row.IsConfidential && !order.Settings.IncludeConfidential))
        {
            await queue.CompleteAsync(key.Account, item, cancellationToken);
            return WorkOutcome.Nothing;
        }

        var posting = await catalog.ReadAsync(key.Account, row, cancellationToken);
        var search = await SearchAsync(key.Account, posting, cancellationToken);
        var selection = await SelectAsync(key.Account, posting, search, order, cancellationToken);
        var chosen = selection.Take(Bars.Arkiive(engine, order.Settings), room);
        using var span = GrainTraces.BeginDecide();
        var commit = await DecideAsync(key, posting, search.Searched, selection, chosen, order, cancellationToken);
        var result = await decisions.CommitAsync(key.Account, commit with { Finished = item }, cancellationToken);
        metrics.Decided(commit, result);
        return new WorkOutcome(IsShadow(key, order) ? 0 : result.PlannedEffects, result.NewDecisions.Count);
    }

    private async Task<int> RoomAsync(PostingKey key, WorkOrder order, CancellationToken cancellationToken)
    {
        var made = await effects.CountLeadsAsync(key.Account, Solution.Arkiive, key.PostingId, cancellationToken);
        var unrecorded = await mirror.UnrecordedLeadsAsync(key.Account, key.PostingId, cancellationToken);
        return order.Settings.LeadsPerPosting - made - unrecorded.Count(o => o.LeadOf == Solution.Arkiive);
    }

    private async Task<(IReadOnlyList<string> ContactIds, long Searched)> SearchAsync(
        AccountKey account,
        OpenPosting posting,
        CancellationToken cancellationToken
    )
    {
        var query = new IndexQuery([.. posting.Profile.Vector.Span], Nearest);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, IndexShards.Count)
                .Select(shard => grains.Shard(account, shard).SearchAsync(query, cancellationToken))
        );
        var nearest = answers
            .SelectMany(a => a.Hits)
            .OrderByDescending(h => h.Similarity)
            .ThenBy(h => h.ContactId, StringComparer.Ordinal)
            .Take(Nearest)
            .Select(h => h.ContactId);
        return ([.. nearest], answers.Sum(a => (long)a.Searched));
    }

    private async Task<ArkiiveSelection> SelectAsync(
        AccountKey account,
        OpenPosting posting,
        (IReadOnlyList<string> ContactIds, long Searched) search,
        WorkOrder order,
        CancellationToken cancellationToken
    )
    {
        var rules = EligibilityRules.For(
            order.Settings,
            order.Stages,
            order.HiredReasonId,
            order.IsShadowFor(Solution.Arkiive, posting.Row.PostingId)
        );
        var people = await mirror.LoadPeopleAsync(account, search.ContactIds, cancellationToken);
        var selection = new ArkiiveSelection();
        var eligible = new Dictionary<string, PersonSnapshot>(StringComparer.Ordinal);
        foreach (var person in people)
        {
            if (EligibilityGate.Check(person, posting.Row, rules, clock.GetUtcNow()) is { } exclusion)
            {
                selection.Exclude(exclusion);
            }
            else
            {
                eligible[person.Contact.ContactId] = person;
            }
        }

        var texts = await resumes.LoadAsync(account, eligible.Keys, cancellationToken);
        await PrepareAsync(account, texts, cancellationToken);
        foreach (var (i, resume) in texts.Index())
        {
            if (i % Turn == Turn - 1)
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
            }

            var profile = engine.ReadResume(ResumeReading.SourceOf(resume));
            selection.Add(
                new ScoredPerson(eligible[resume.ContactId], resume, profile, engine.Score(posting.Profile, profile))
            );
        }

        return selection;
    }

    // The index found them by their vectors, so that a service need not be asked about them again.
    private async Task PrepareAsync(
        AccountKey account,
        IReadOnlyList<ResumeRecord> texts,
        CancellationToken cancellationToken
    )
    {
        if (!engine.NeedsPreparation)
        {
            return;
        }

        var ids = texts.Select(t => t.ContactId).ToList();
        var stored = await resumes.LoadVectorsAsync(account, engine.ModelVersion, ids, cancellationToken);
        var vectors = stored.ToDictionary(v => v.ContactId, v => v.Values, StringComparer.Ordinal);
        await engine.PrepareAsync(
            [],
            texts.Select(t => ResumeReading.SourceOf(t) with { Vector = vectors.GetValueOrDefault(t.ContactId) }),
            cancellationToken
        );
    }

    private async Task<DecisionCommit> DecideAsync(
        PostingKey key,
        OpenPosting posting,
        long searched,
        ArkiiveSelection selection,
        IReadOnlyList<ScoredPerson> chosen,
        WorkOrder order,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var runs = await decisions.RunsAsync(key.Account, key.PostingId, cancellationToken);
        var run = new ArkiiveRunRow
        {
            PostingId = key.PostingId,
            Run = runs.Count + 1,
            Cause = order.Cause,
            Searched = searched,
            Scored = selection.Scored,
            ExcludedJson = JsonSerializer.Serialize(selection.ExcludedByReason),
            AboveBar = selection.CountAbove(Bars.Arkiive(engine, order.Settings)),
            Leads = chosen.Count,
            DecidedAt = now,
        };
        var factory = new EffectFactory(key.Account, refs, IsShadow(key, order), now);
        return new DecisionCommit
        {
            Run = run,
            Decisions = [.. chosen.Select(p => Propose(key, posting, p, order, factory, now))],
            Activity = [Line(run, posting.Profile.Flaw)],
        };
    }

    private DecidedEffects Propose(
        PostingKey key,
        OpenPosting posting,
        ScoredPerson person,
        WorkOrder order,
        EffectFactory factory,
        DateTimeOffset now
    )
    {
        var contactId = person.Person.Contact.ContactId;
        var subject = $"{key.PostingId}/{contactId}";
        var explanation = Explainer.Explain(
            engine,
            posting,
            person.Profile,
            person.Score,
            Bars.Arkiive(engine, order.Settings),
            person.Person,
            person.Resume.WarningsJson
        );
        var decision = new DecisionRow
        {
            DecisionId = EffectIds.OfDecision(key.Account, Solution.Arkiive, subject, 0),
            Solution = Solution.Arkiive,
            Subject = subject,
            ContactId = contactId,
            PostingId = key.PostingId,
            Verdict = Verdicts.Lead,
            Score = person.Score.Value,
            Cut = Bars.Arkiive(engine, order.Settings),
            ModelVersion = engine.ModelVersion,
            PolicyVersion = engine.PolicyVersion,
            PostingHash = posting.Row.ContentHash,
            RequirementsVersion = posting.RequirementsVersion,
            ResumeHash = person.Resume.Hash,
            EvidenceJson = explanation.Json,
            IsShadow = IsShadow(key, order),
            DecidedAt = now,
        };
        var lead = factory.Lead(
            decision,
            key.PostingId,
            reference => explanation.Recommended(Solution.Arkiive, reference)
        );
        var note = factory.Note(
            decision,
            NoteRoles.Lead,
            lead,
            null,
            reference => explanation.Lead(Solution.Arkiive, reference)
        );
        return new(decision, [lead, note]);
    }

    private static bool IsShadow(PostingKey key, WorkOrder order) => order.IsShadowFor(Solution.Arkiive, key.PostingId);

    private static ActivityRow Line(ArkiiveRunRow run, UnjudgeableReason? flaw) =>
        new()
        {
            At = run.DecidedAt,
            Kind = "arkiive-run",
            Solution = Solution.Arkiive,
            PostingId = run.PostingId,
            Message = flaw is { } reason
                ? $"Nobody was proposed. {NotJudged.For(reason).Explanation}"
                : $"Searched {run.Searched} people, scored {run.Scored}, {run.AboveBar} above the bar, {run.Leads} leads.",
        };
}
