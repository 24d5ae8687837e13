using CiivSoft.Lab.Faults;

namespace CiivSoft.Lab.Chaos;

/// <summary>Postings that open, people who apply and a recruiter who acts, spread over the time of the trouble.</summary>
internal sealed class Arrivals(ChaosStage stage)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly RecruiterActs _recruiter = new(stage.Plan.Seed);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var plan = stage.Plan;
        var steps = (int)Math.Clamp(plan.Lasts / Step, 1, Math.Max(1, plan.Applications));
        for (var step = 0; step < steps; step++)
        {
            var arrivals = new
            {
                postings = Share(plan.Postings, step, steps),
                applications = Share(plan.Applications, step, steps),
            };
            _recruiter.Remember(await stage.Lever.ArriveAsync(arrivals, cancellationToken));
            for (var act = Share(plan.Acts, step, steps); act > 0; act--)
            {
                await _recruiter.ActAsync(stage.Lever, cancellationToken);
            }

            var waited = Task.Delay(plan.Lasts / steps, TimeProvider.System, cancellationToken);
            await stage.TryScanAsync(cancellationToken);
            await waited;
        }
    }

    // How many of so many fall to this step, when they are spread evenly.
    private static int Share(int all, int step, int steps) => (all * (step + 1) / steps) - (all * step / steps);
}
