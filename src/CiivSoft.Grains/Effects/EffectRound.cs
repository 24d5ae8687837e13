using CiivSoft.Abstractions;
using CiivSoft.Lever;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Grains.Effects;

/// <summary>The effects of one round and what became of them.</summary>
internal sealed class EffectRound
{
    private readonly Dictionary<string, EffectRow> _rows;
    private readonly Dictionary<string, EffectSettlement> _settled = new(StringComparer.Ordinal);
    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);

    /// <param name="claimed">The effects.</param>
    /// <param name="beganAt">When they were claimed.</param>
    /// <param name="permits">Permits for their writes.</param>
    public EffectRound(IReadOnlyList<EffectRow> claimed, DateTimeOffset beganAt, RoundPermits permits)
    {
        BeganAt = beganAt;
        Permits = permits;
        _rows = claimed.ToDictionary(e => e.EffectId, StringComparer.Ordinal);
        var parents = claimed.Where(e => !IsChildHere(e)).ToLookup(e => e.Kind == EffectKind.Lead);
        Parents =
        [
            .. parents[true].GroupBy(e => e.Target, StringComparer.Ordinal).SelectMany(g => g),
            .. parents[false],
        ];
        Children = [.. claimed.Where(IsChildHere)];
    }

    /// <summary>What was in doubt was due by then: only what was read of Lever since tells of it.</summary>
    public DateTimeOffset BeganAt { get; }

    public RoundPermits Permits { get; }

    /// <summary>Those that wait for none of this round, the leads of one posting after each other: they share what is read.</summary>
    public IReadOnlyList<EffectRow> Parents { get; }

    /// <summary>Those whose parent is in this round.</summary>
    public IReadOnlyList<EffectRow> Children { get; }

    /// <summary>Leads that wait for the right to make leads: their people are recommended instead.</summary>
    public IReadOnlyList<EffectRow> LeadsThatMayNotBeMade =>
        [
            .. _rows.Values.Where(e =>
                e.Kind == EffectKind.Lead
                && _settled.TryGetValue(e.EffectId, out var settled)
                && settled.MissingRight == LeverRoute.CreateOpportunity.Right
            ),
        ];

    /// <summary>Postings where a person that ARKiiVE chose was not eligible any more: the next best may have the place.</summary>
    public IReadOnlyList<string> PostingsToRefill =>
        [
            .. _settled
                .Values.Where(s => s.FreesPlace && _rows[s.EffectId].Solution == Solution.Arkiive)
                .Select(s => _rows[s.EffectId].Target)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Whom else this round is about to make a lead of the same posting, in its order.</summary>
    public IEnumerable<string> ContactsBeside(EffectRow lead) =>
        Parents
            .Where(e =>
                e.Kind == EffectKind.Lead
                && e.Target == lead.Target
                && e.EffectId != lead.EffectId
                && e.State != EffectState.Unknown
                && !_settled.ContainsKey(e.EffectId)
            )
            .Select(e => e.ContactId);

    /// <summary>Of whom else this round has to find out whether a lead or a move was made, in its order.</summary>
    public IEnumerable<string> ContactsInDoubtBeside(EffectRow effect) =>
        Parents
            .Where(e =>
                e is { State: EffectState.Unknown, Kind: EffectKind.Lead or EffectKind.Move }
                && e.EffectId != effect.EffectId
                && !_settled.ContainsKey(e.EffectId)
            )
            .Select(e => e.ContactId);

    /// <summary>Rights that something was blocked for.</summary>
    public IEnumerable<string> MissingRights =>
        _settled
            .Values.Where(s => s.State == EffectState.Blocked)
            .Select(s => s.MissingRight)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);

    public EffectRow Find(string effectId) => _rows[effectId];

    /// <summary>From now on it may have been sent.</summary>
    public void Begin(EffectRow effect) => _begun.Add(effect.EffectId);

    public void Settle(EffectRow effect, EffectSettlement settlement) => _settled[effect.EffectId] = settlement;

    /// <summary>The parent's settlement in this round; null when it was done before or there is none.</summary>
    public EffectSettlement? ParentOf(EffectRow effect) =>
        effect.ParentId is { } parent ? _settled.GetValueOrDefault(parent) : null;

    /// <summary>
    /// Where the parent is not done, its child is not begun: it is planned again, or cancelled by the store together with
    /// a parent that came to nothing. Null when the child may be performed.
    /// </summary>
    public EffectSettlement? WaitsForParent(EffectRow effect) =>
        ParentOf(effect) is { State: not EffectState.Done }
            ? new EffectSettlement(effect.EffectId, EffectState.Planned)
            : null;

    /// <summary>One settlement for each; what broke off in the middle is unknown, what was not begun is as it was.</summary>
    public IReadOnlyList<EffectSettlement> Settlements(DateTimeOffset now) =>
        [.. _rows.Values.Select(e => _settled.GetValueOrDefault(e.EffectId) ?? BrokenOff(e, now))];

    private EffectSettlement BrokenOff(EffectRow effect, DateTimeOffset now)
    {
        var mayBeSent = effect.State != EffectState.Unknown && _begun.Contains(effect.EffectId);
        return new EffectSettlement(
            effect.EffectId,
            mayBeSent || effect.State == EffectState.Unknown ? EffectState.Unknown : EffectState.Planned
        )
        {
            AbsentReads = effect.AbsentReads,
            SentAt = mayBeSent ? now : null,
            Reason = "The round broke off.",
        };
    }

    private bool IsChildHere(EffectRow effect) => effect.ParentId is { } parent && _rows.ContainsKey(parent);
}
