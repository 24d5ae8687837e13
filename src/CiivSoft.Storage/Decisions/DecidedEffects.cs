using CiivSoft.Storage.Effects;

namespace CiivSoft.Storage.Decisions;

/// <summary>A decision with the effects that it asks for, or one that asks for none.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Effects">Inserted only if this very call inserted the decision.</param>
public sealed record DecidedEffects(DecisionRow Decision, IReadOnlyList<EffectRow> Effects);
