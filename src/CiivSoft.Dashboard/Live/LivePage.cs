using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Logging;

namespace CiivSoft.Dashboard.Live;

/// <summary>
/// A page that shows what one reading gives and reads again every 1.5 seconds while it is open. The first reading goes with
/// the page to the browser, so that nothing flickers when its connection begins.
/// </summary>
/// <typeparam name="TModel">What a reading gives; goes through JSON.</typeparam>
public abstract partial class LivePage<TModel> : ComponentBase, IDisposable
    where TModel : class
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1.5);

    private readonly CancellationTokenSource _closing = new();
    private bool _wasShown;

    /// <summary>What was read last; null before the first reading.</summary>
    [Microsoft.AspNetCore.Components.PersistentState]
    public TModel? Model { get; set; }

    /// <summary>Why what is shown may be old; null when it is not.</summary>
    protected string? Trouble { get; private set; }

    /// <summary>Whether the page reads again by itself. A page of fixed content says no.</summary>
    protected virtual bool IsLive => true;

    /// <summary>Who looks.</summary>
    protected ClaimsPrincipal Viewer { get; private set; } = new();

    /// <summary>Ends with the page.</summary>
    protected CancellationToken Closing => _closing.Token;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!; // set by the framework

    [Inject]
    private TimeProvider Clock { get; set; } = null!; // set by the framework

    [Inject]
    private ILoggerFactory Loggers { get; set; } = null!; // set by the framework

    [Inject]
    private AuthenticationStateProvider Login { get; set; } = null!; // set by the framework

    /// <summary>Reads; null when there is nothing of this name that the user may see.</summary>
    protected abstract Task<TModel?> ReadAsync(ClaimsPrincipal user, CancellationToken cancellationToken);

    /// <summary>Reads now, for example after a button was pressed.</summary>
    protected async Task ReloadAsync()
    {
        try
        {
            Model = await ReadAsync(Viewer, Closing);
            Trouble = null;
        }
#pragma warning disable CA1031 // Whatever the reading fails for, the page stays, says so and reads again.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailed(Loggers.CreateLogger(GetType()), failure);
            Trouble = "What is shown may be old: the server could not read it again. It keeps trying.";
            return;
        }

        if (Model is null)
        {
            Navigation.NotFound();
        }
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        Viewer = (await Login.GetAuthenticationStateAsync()).User;

        // The first reading of the connection came with the page.
        if (Model is null || _wasShown)
        {
            await ReloadAsync();
        }

        if (RendererInfo.IsInteractive && !_wasShown)
        {
            _ = FollowAsync();
        }

        _wasShown = true;
    }

    /// <summary>Ends the reading.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the reading.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !_closing.IsCancellationRequested)
        {
            _closing.Cancel();
            _closing.Dispose();
        }
    }

    private async Task FollowAsync()
    {
        var closing = Closing;
        using var timer = new PeriodicTimer(Period, Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(closing))
            {
                if (IsLive)
                {
                    await InvokeAsync(ShowAgainAsync);
                }
            }
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            // The page was closed.
        }
    }

    private async Task ShowAgainAsync()
    {
        await ReloadAsync();
        StateHasChanged();
    }

    [LoggerMessage(LogLevel.Warning, "A page could not be read again")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
