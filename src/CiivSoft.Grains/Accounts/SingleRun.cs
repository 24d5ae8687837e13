namespace CiivSoft.Grains.Accounts;

/// <summary>Something that runs at most once at a time; asking for it while it runs makes it run once more.</summary>
/// <remarks>For one activation: no locks, the activation's scheduler runs one turn at a time.</remarks>
internal sealed class SingleRun(Func<CancellationToken, Task> run, Func<Exception, Task> onFailure)
{
    private bool _isWanted;

    public bool IsRunning { get; private set; }

    /// <summary>Returns at once when it runs already; else when it, and what was asked for meanwhile, is through.</summary>
    public async Task AskAsync(CancellationToken cancellationToken)
    {
        _isWanted = true;
        if (IsRunning)
        {
            return;
        }

        IsRunning = true;
        try
        {
            while (_isWanted && !cancellationToken.IsCancellationRequested)
            {
                _isWanted = false;
                await RunOnceAsync(cancellationToken);
            }
        }
        finally
        {
            IsRunning = false;
        }
    }

    private async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            await run(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The activation ends; whatever takes over goes on from what is stored.
        }
#pragma warning disable CA1031 // The loop must survive; what failed is logged and counted by the one it is handed to.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            await onFailure(failure);
        }
    }
}
