using CiivSoft.Cli.Checking.Recordings;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Cli.Checking.Invariants;

/// <summary>Which writes an undo covers: its row was planned before, and what it takes back is a done effect of ours.</summary>
internal sealed class UndoCover(Recording recording)
{
    // Silo and simulator may run on two machines.
    private const long ClocksDifferMs = 2000;

    private readonly Dictionary<string, EffectRow> _byId = recording
        .Tables.Effects.DistinctBy(e => e.EffectId)
        .ToDictionary(e => e.EffectId, StringComparer.Ordinal);

    private readonly ILookup<string, EffectRow> _undos = recording
        .Tables.Effects.Where(e => e.Kind is EffectKind.Restore or EffectKind.Withdraw)
        .ToLookup(e => e.Subject, StringComparer.Ordinal);

    /// <summary>Archived, with a reason, as our own lead.</summary>
    public bool CoversArchive(LeverEvent request) =>
        request.BodyText("reason") is { Length: > 0 }
        && Of(request, EffectKind.Withdraw)
            .Any(u =>
                TakenBack(u) is { Kind: EffectKind.Lead, State: EffectState.Done } lead && lead.ResultId == u.Subject
            );

    /// <summary>Moved back to New applicant from where we had moved it.</summary>
    public bool CoversMove(LeverEvent request) =>
        request.BodyText("stage") == Marks.NewApplicantStage
        && Of(request, EffectKind.Restore)
            .Any(u =>
                TakenBack(u) is { Kind: EffectKind.Move, State: EffectState.Done } move && move.Subject == u.Subject
            );

    /// <summary>The undos that a write of an opportunity may belong to.</summary>
    public IEnumerable<EffectRow> Of(LeverEvent request, EffectKind kind) =>
        _undos[request.Segments.ElementAtOrDefault(1) ?? ""]
            .Where(u =>
                u.Kind == kind && u.PlannedAt.ToUnixTimeMilliseconds() <= request.ReceivedAtReal + ClocksDifferMs
            );

    private EffectRow? TakenBack(EffectRow undo) =>
        undo.ParentId is { } parent ? _byId.GetValueOrDefault(parent) : null;
}
