using System.Net.Http.Headers;
using System.Text;
using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Rate;

/// <summary>Somebody else's program that uses the same key, at a rate of its own and without regard for refusals.</summary>
internal sealed class ForeignClient : IAsyncDisposable
{
    /// <summary>What it calls: nothing that we ever do.</summary>
    public const string Route = "GET /users";

    private readonly HttpClient _http;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _calling;

    public ForeignClient(LabSimulator lever, double perSecond)
    {
        var secret = Convert.ToBase64String(Encoding.ASCII.GetBytes(LabSimulator.ApiKey + ":"));
        _http = new HttpClient { BaseAddress = new Uri(lever.Lever.AbsoluteUri.TrimEnd('/') + "/") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", secret);
        _calling = CallAsync(TimeSpan.FromSeconds(1 / perSecond));
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
#pragma warning disable VSTHRD003 // The constructor started it, and nothing else waits here.
        await _calling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
#pragma warning restore VSTHRD003
        _end.Dispose();
        _http.Dispose();
    }

    private async Task CallAsync(TimeSpan every)
    {
        using var timer = new PeriodicTimer(every, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(_end.Token))
        {
            using var answer = await _http.GetAsync(new Uri("users?limit=1", UriKind.Relative), _end.Token);
        }
    }
}
