namespace CiivSoft.Silo;

/// <summary>Stops the silo when standard input ends: the program that started it is gone.</summary>
internal sealed class InputWatch(IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Not awaited at the end: a pending read of standard input cannot be cancelled.
        _ = WatchAsync();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task WatchAsync()
    {
        await using var input = Console.OpenStandardInput();
        var ignored = new byte[256];
        while (await input.ReadAsync(ignored) > 0)
        {
            // Nothing is said there; only the end matters.
        }

        lifetime.StopApplication();
    }
}
