using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Accounts;
using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Encryption;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Resumes;
using CiivSoft.Storage.Work;

namespace CiivSoft.Storage.Decisions;

internal sealed class DecisionStore(Database database, TextBox texts, PersonBox persons) : IDecisionStore
{
    private static readonly DecisionCommitResult Nothing = new(new HashSet<string>(), 0);

    public Task<DecisionCommitResult> CommitAsync(
        AccountKey account,
        DecisionCommit commit,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(commit);
        var box = new SealedCommit(account, commit, texts);
        return database.WriteAsync(
            async session =>
            {
                await session.RequireConnectedAsync(account);
                var causedAt = commit.Finished is { } finished
                    ? await session.FinishWorkAsync(account, finished)
                    : null;
                return commit.Run is { } run && !await session.TryAddRunAsync(account, run)
                    ? Nothing
                    : await ApplyAsync(session, account, commit, box, causedAt);
            },
            cancellationToken
        );
    }

    public Task<IReadOnlyList<DecisionRow>> OfApplicationsAsync(
        AccountKey account,
        IReadOnlyCollection<string> applicationIds,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(applicationIds);
        return ReadAsync(
            account,
            $"""
            solution IN ({(int)Solution.Fiilter}, {(int)Solution.Refiine}) AND {database.Dialect.In("subject", "@ids")}
                AND generation = (
                    SELECT max(n.generation) FROM decision n
                    WHERE n.account = decision.account AND n.solution = decision.solution AND n.subject = decision.subject)
            """,
            "ORDER BY decided_at, decision_id",
            new { account = account.Name, ids = database.Dialect.List(applicationIds) },
            cancellationToken
        );
    }

    public Task<IReadOnlyList<DecisionRow>> OfContactAsync(
        AccountKey account,
        string contactId,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            account,
            "contact_id = @contactId",
            "ORDER BY decided_at, decision_id",
            new { account = account.Name, contactId },
            cancellationToken
        );

    public Task<IReadOnlyList<DecisionRow>> SinceAsync(
        AccountKey account,
        Solution? solution,
        DateTimeOffset since,
        int limit,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var wanted = "decided_at > @since" + (solution is null ? "" : " AND solution = @solution");
        return ReadAsync(
            account,
            // All of the last millisecond, so that the next call, from there on, misses none of it.
            $"""
            {wanted} AND decided_at <= coalesce(
                (SELECT decided_at FROM decision WHERE account = @account AND {wanted} ORDER BY decided_at LIMIT 1 OFFSET @last),
                {long.MaxValue})
            """,
            "ORDER BY decided_at, decision_id",
            new
            {
                account = account.Name,
                solution,
                since,
                last = limit - 1,
            },
            cancellationToken
        );
    }

    public Task<IReadOnlyList<ArkiiveRunRow>> RunsAsync(
        AccountKey account,
        string postingId,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            session =>
                session.QueryAsync<ArkiiveRunRow>(
                    """
                    SELECT posting_id, run, cause, searched, scored, excluded_json, above_bar, leads, decided_at
                    FROM arkiive_run WHERE account = @account AND posting_id = @postingId ORDER BY run
                    """,
                    new { account = account.Name, postingId }
                ),
            cancellationToken
        );

    private async Task<DecisionCommitResult> ApplyAsync(
        Session session,
        AccountKey account,
        DecisionCommit commit,
        SealedCommit box,
        DateTimeOffset? causedAt
    )
    {
        if (commit.Contact is { } contact)
        {
            await session.LearnContactAsync(account, contact, persons);
        }

        if (box.Resume is { } resume)
        {
            await session.SaveResumeAsync(resume);
        }

        if (commit.Vector is { } vector)
        {
            await session.SaveVectorAsync(account, vector);
        }

        var added = await session.AddDecisionsAsync(box.Decisions);
        var effects = box
            .Effects.Where(decided => added.Contains(decided.Key))
            .SelectMany(e => e)
            .Select(e => e with { Row = e.Row with { CausedAt = causedAt } })
            .ToList();
        var planned =
            commit.Superseded.Count == 0
                ? await session.PlanEffectsAsync(account, effects)
                : await session.PlanInPlaceOfAsync(account, commit.Superseded, effects);
        if (commit.Next is { } next)
        {
            await session.AddWorkAsync(account, [next]);
        }

        // Who made the same decisions before has told of them already.
        if (commit.Decisions.Count == 0 || added.Count > 0)
        {
            await session.AddActivityAsync(account, commit.Activity);
        }

        return new DecisionCommitResult(added, planned);
    }

    private Task<IReadOnlyList<DecisionRow>> ReadAsync(
        AccountKey account,
        string condition,
        string order,
        object parameters,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            session =>
                session.QueryAsync<DecisionRow, byte[]?, DecisionRow>(
                    $"""
                    SELECT {DecisionWriting.Columns}, evidence_box FROM decision
                    WHERE account = @account AND {condition} {order}
                    """,
                    (row, box) =>
                        box is null
                            ? row
                            : row with
                            {
                                EvidenceJson = texts.Open(box, Places.Evidence(account, row.DecisionId)),
                            },
                    splitOn: "evidence_box",
                    parameters
                ),
            cancellationToken
        );

    /// <summary>What of a commit is compressed and encrypted, made before the write begins.</summary>
    private sealed class SealedCommit(AccountKey account, DecisionCommit commit, TextBox texts)
    {
        public object[]? Resume { get; } =
            commit.Resume is { } resume ? ResumeWriting.Seal(account, resume, texts) : null;

        public IReadOnlyList<object[]> Decisions { get; } =
        [.. commit.Decisions.Select(d => DecisionWriting.Seal(account, d.Decision, texts))];

        public ILookup<string, SealedEffect> Effects { get; } =
            commit
                .Decisions.SelectMany(d => d.Effects, (d, e) => (d.Decision.DecisionId, Row: e))
                .ToLookup(e => e.DecisionId, e => EffectWriting.Seal(account, e.Row, texts));
    }
}
