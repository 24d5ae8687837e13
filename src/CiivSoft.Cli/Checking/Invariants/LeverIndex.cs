using CiivSoft.Cli.Checking.Recordings;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Cli.Checking.Invariants;

/// <summary>Answers whether what a row calls done is in Lever.</summary>
internal sealed class LeverIndex
{
    private readonly Recording _recording;
    private readonly Dictionary<string, LeverOpportunityState> _opportunities;
    private readonly ILookup<string, EffectRow> _children;
    private readonly ILookup<string, LeverChange> _changed;

    public LeverIndex(Recording recording)
    {
        _recording = recording;
        _opportunities = recording
            .World.Opportunities.DistinctBy(o => o.Id)
            .ToDictionary(o => o.Id, StringComparer.Ordinal);
        _children = recording
            .Tables.Effects.Where(e => e.ParentId is not null)
            .ToLookup(e => e.ParentId!, StringComparer.Ordinal);
        _changed = recording
            .OurWrites.SelectMany(w => w.Changes)
            .Where(c => c is { Kind: LeverChange.StageChanged or LeverChange.Archived, Opportunity: not null })
            .ToLookup(c => c.Opportunity!, StringComparer.Ordinal);
        Decisions = recording.Tables.Decisions.Select(d => d.DecisionId).ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlySet<string> Decisions { get; }

    public IEnumerable<EffectRow> Children(string effectId) => _children[effectId];

    /// <summary>Deleted or anonymised: nothing can be read or written there any more.</summary>
    public bool IsBeyondReach(string? opportunityId) =>
        _recording.IsGone(opportunityId)
        || (opportunityId is not null && _opportunities.GetValueOrDefault(opportunityId) is { IsAnonymized: true });

    /// <summary>What a done effect should have left in Lever and did not; null when all is there.</summary>
    public string? Missing(EffectRow effect) =>
        effect.Kind switch
        {
            EffectKind.Lead when IsBeyondReach(effect.ResultId) => null,
            EffectKind.Lead => Find(effect.ResultId) is { } lead
                ? lead.Contact == effect.Subject && lead.Posting == effect.Target
                    ? null
                    : "A done lead is another person's or another posting's in Lever."
                : "A done lead is not in Lever.",
            EffectKind.Move => WasCarriedOut(effect, c => c.Kind == LeverChange.StageChanged)
                ? null
                : "A done move was never carried out in Lever.",
            EffectKind.Restore => WasCarriedOut(
                effect,
                c => c is { Kind: LeverChange.StageChanged, To: Marks.NewApplicantStage }
            )
                ? null
                : "A done undo of a move was never carried out in Lever.",
            EffectKind.Withdraw => WasCarriedOut(effect, c => c.Kind == LeverChange.Archived)
                ? null
                : "A done undo of a lead was never carried out in Lever.",
            EffectKind.Note when IsBeyondReach(effect.OpportunityId) => null,
            EffectKind.Note => Find(effect.OpportunityId)?.Notes.Any(n => n.Ref == effect.Ref) == true
                ? null
                : "A done note is not on its opportunity in Lever.",
            _ => null,
        };

    private bool WasCarriedOut(EffectRow effect, Func<LeverChange, bool> isIt) =>
        IsBeyondReach(effect.Subject) || _changed[effect.Subject].Any(isIt);

    private LeverOpportunityState? Find(string? id) => id is null ? null : _opportunities.GetValueOrDefault(id);
}
