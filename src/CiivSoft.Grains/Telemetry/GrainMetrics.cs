using System.Diagnostics.Metrics;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Grains.Telemetry;

/// <summary>
/// Counts what was decided and done. No tag names an account or a person: a series for each customer would tell whoever runs
/// the monitoring who the customers are, and their number is not bounded.
/// </summary>
internal sealed class GrainMetrics : IDisposable
{
    private readonly Meter _meter = new(GrainCallCounter.MeterName);
    private readonly Counter<long> _decisions;
    private readonly Counter<long> _effects;
    private readonly Counter<long> _permits;
    private readonly Counter<long> _fenced;
    private readonly Counter<long> _failures;
    private readonly Histogram<double> _scans;
    private readonly Histogram<double> _toNote;

    public GrainMetrics()
    {
        _decisions = _meter.CreateCounter<long>(
            "ciivsoft.decisions",
            "{decision}",
            "Decisions committed for the first time."
        );
        _effects = _meter.CreateCounter<long>("ciivsoft.effects", "{effect}", "Effects settled, by their new state.");
        _permits = _meter.CreateCounter<long>("ciivsoft.rate.permits", "{call}", "Calls to Lever that were permitted.");
        _fenced = _meter.CreateCounter<long>(
            "ciivsoft.fenced",
            "{write}",
            "Times that an account's grain found that another one had taken the account over."
        );
        _failures = _meter.CreateCounter<long>(
            "ciivsoft.work.failures",
            "{failure}",
            "Pieces of work that failed for a reason of ours and are tried again."
        );
        _scans = _meter.CreateHistogram<double>("ciivsoft.scan.duration", "s", "Scans, by outcome.");
        _toNote = _meter.CreateHistogram<double>(
            "ciivsoft.visible_to_note.duration",
            "s",
            "From the moment that an application or posting was to be seen in Lever until its note was there."
        );
    }

    /// <summary>Counts the decisions of a commit that were not there before.</summary>
    public void Decided(DecisionCommit commit, DecisionCommitResult result)
    {
        foreach (var (decision, _) in commit.Decisions)
        {
            if (result.NewDecisions.Contains(decision.DecisionId))
            {
                _decisions.Add(
                    1,
                    new("solution", decision.Solution.ToString()),
                    new("verdict", decision.Verdict),
                    new("shadow", decision.IsShadow)
                );
            }
        }
    }

    /// <summary>Counts an effect that was settled, and for a note how long its cause had waited for it.</summary>
    public void Settled(EffectRow effect, EffectSettlement settlement, DateTimeOffset now)
    {
        _effects.Add(
            1,
            new("kind", effect.Kind.ToString()),
            new("state", settlement.State.ToString()),
            new("solution", effect.Solution.ToString()),
            new("adopted", settlement.WasAdopted)
        );
        if (effect is { Kind: EffectKind.Note, CausedAt: { } causedAt } && settlement.State == EffectState.Done)
        {
            var waited = now - causedAt;
            // Lever's clock may be ahead of ours.
            _toNote.Record(
                Math.Max(0, waited.TotalSeconds),
                new KeyValuePair<string, object?>("solution", effect.Solution.ToString())
            );
        }
    }

    public void Permitted(Lever.LeverPriority priority) =>
        _permits.Add(1, new KeyValuePair<string, object?>("priority", priority.ToString()));

    public void Fenced() => _fenced.Add(1);

    public void Failed(string activity) => _failures.Add(1, new KeyValuePair<string, object?>("activity", activity));

    public void Scanned(TimeSpan duration, bool isComplete) =>
        _scans.Record(
            duration.TotalSeconds,
            new KeyValuePair<string, object?>("outcome", isComplete ? "complete" : "failed")
        );

    public void Dispose() => _meter.Dispose();
}
