using CiivSoft.Testing;

namespace CiivSoft.Lab.Chaos;

/// <summary>A kind of trouble.</summary>
internal abstract class ChaosCell
{
    public abstract string Name { get; }

    /// <summary>What happens, in one line.</summary>
    public abstract string Does { get; }

    /// <summary>What this machine lacks for it; null when it can be played.</summary>
    public virtual string? Missing => LocalPostgres.IsInstalled ? null : LocalPostgres.Missing;

    /// <summary>The programs that it is played with: three silos on PostgreSQL and a dashboard, unless the cell says otherwise.</summary>
    public virtual Task<ChaosStage> SetUpAsync(StageSetup setup, CancellationToken cancellationToken) =>
        ChaosStage.OfClusterAsync(setup, silos: 3, cancellationToken);

    /// <summary>Makes the trouble and ends it, while applications arrive.</summary>
    public abstract Task PlayAsync(ChaosStage stage, CancellationToken cancellationToken);

    /// <summary>Repeats something until the time of the trouble is over.</summary>
    protected static async Task RepeatAsync(
        ChaosStage stage,
        TimeSpan every,
        Func<Task> act,
        CancellationToken cancellationToken
    )
    {
        var until = TimeProvider.System.GetUtcNow() + stage.Plan.Lasts;
        do
        {
            await Task.Delay(every, TimeProvider.System, cancellationToken);
            await act();
        } while (TimeProvider.System.GetUtcNow() + every < until);
    }
}
