using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Faults;

/// <summary>Decides the fault of each request from a seed. Safe for several threads.</summary>
internal sealed class FaultDice
{
    private volatile FaultPlan _plan = FaultPlan.None;
    private SeededIds _chances;

    public FaultDice(int seed) => _chances = new SeededIds((ulong)seed ^ 0xFA17);

    public FaultPlan Plan => _plan;

    /// <param name="plan">From now on.</param>
    /// <param name="seed">Starts the sequence anew; null goes on with it.</param>
    public void Set(FaultPlan plan, int? seed)
    {
        if (seed is { } start)
        {
            _chances = new SeededIds((ulong)start ^ 0xFA17);
        }

        _plan = plan;
    }

    /// <param name="route">Method and template; null when unknown.</param>
    /// <param name="isWrite">Only writes can be carried out late.</param>
    public Fault Roll(string? route, bool isWrite)
    {
        var plan = _plan;
        if (ReferenceEquals(plan, FaultPlan.None) || !plan.IsFor(route))
        {
            return new Fault(Name: null, TimeSpan.Zero, 0);
        }

        var (roll, chance) = (_chances.NextShare(), _chances.NextShare());
        var delay = TimeSpan.FromMilliseconds(plan.SlowMs * _chances.NextShare());
        return new Fault(Choose(plan, roll, isWrite), delay, chance);
    }

    private static string? Choose(FaultPlan plan, double roll, bool isWrite)
    {
        foreach (
            var (name, share) in (ReadOnlySpan<(string, double)>)
                [
                    (FaultNames.LostRequest, plan.LostRequests),
                    (FaultNames.LostAnswer, plan.LostAnswers),
                    (FaultNames.Status5xx, plan.Status5xx),
                    (FaultNames.Status5xxAfterCommit, plan.Status5xxAfterCommit),
                    (FaultNames.Status429, plan.Status429),
                    (FaultNames.Malformed, plan.Malformed),
                    (FaultNames.LateCommit, isWrite ? plan.LateCommits : 0),
                    (FaultNames.BrokenRecord, plan.BrokenRecords),
                ]
        )
        {
            if (roll < share)
            {
                return name;
            }

            roll -= share;
        }

        return null;
    }
}
