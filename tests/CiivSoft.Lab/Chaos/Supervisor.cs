using System.Collections.Concurrent;
using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Chaos;

/// <summary>What starts silos again on a real machine: whoever ended, killed or by itself, is launched anew after a moment.</summary>
internal sealed class Supervisor(Func<IReadOnlyList<LabSilo>> silos) : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _end = new();
    private readonly Dictionary<LabSilo, DateTimeOffset> _launchedAt = [];
    private readonly ConcurrentBag<LabSilo> _forgotten = [];
    private Task? _watching;

    /// <summary>How often a silo was launched anew.</summary>
    public int Launches { get; private set; }

    /// <summary>While true nobody is launched.</summary>
    public bool IsOff { get; set; }

    /// <summary>From now on the silo is nobody's business.</summary>
    public void Forget(LabSilo silo) => _forgotten.Add(silo);

    public void Begin() => _watching ??= WatchAsync();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        if (_watching is not null)
        {
#pragma warning disable VSTHRD003 // Begin started it, and nothing else waits here.
            await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
#pragma warning restore VSTHRD003
        }

        _end.Dispose();
    }

    private async Task WatchAsync()
    {
        while (true)
        {
            await Task.Delay(Look, TimeProvider.System, _end.Token);
            var now = TimeProvider.System.GetUtcNow();
            foreach (var silo in silos().Where(s => !IsOff && s.HasExited && !_forgotten.Contains(s)))
            {
                if (now - _launchedAt.GetValueOrDefault(silo) < Between)
                {
                    continue;
                }

                _launchedAt[silo] = now;
                silo.Launch();
                Launches++;
            }
        }
    }
}
