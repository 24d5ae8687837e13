using System.Collections.Immutable;
using System.Security.Claims;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Dashboard.Access;
using CiivSoft.Dashboard.Api;
using CiivSoft.Storage.Activity;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Logging;

namespace CiivSoft.Dashboard.Live;

/// <summary>
/// What the buttons do. Whoever presses one is asked for the role and the account here too, not only where the button is
/// drawn; what was done, and by whom, goes to the activity log.
/// </summary>
internal sealed partial class Operations(
    IGrainFactory grains,
    IActivityStore activity,
    AuthenticationStateProvider login,
    TimeProvider clock,
    ILogger<Operations> logger
)
{
    private const string Kind = "operator";

    public Task<Outcome> ScanAsync(AccountKey account, CancellationToken cancellationToken) =>
        DoAsync(account, "asked for a scan", a => a.ScanAsync(cancellationToken), cancellationToken);

    public Task<Outcome> GoLiveAsync(AccountKey account, bool applyShadow, CancellationToken cancellationToken)
    {
        var deed = applyShadow ? "went live, with the shadow decisions that still hold" : "went live";
        return TryAsync(
            account,
            Roles.Operator,
            deed,
            async user =>
            {
                var grain = grains.GetGrain<IAccountGrain>(account.ToString());
                var obstacles = await grain.GoLiveAsync(applyShadow, cancellationToken);
                if (!obstacles.IsDefaultOrEmpty)
                {
                    var reasons = string.Join(' ', obstacles.Select(o => $"{o.Message} {o.Remedy}"));
                    return new Outcome(false, $"The account stays in shadow. {reasons}");
                }

                await activity.AddAsync(account, [Line(user, deed)], cancellationToken);
                return new Outcome(true, $"Done: {deed}.");
            }
        );
    }

    public Task<Outcome> GoShadowAsync(AccountKey account, CancellationToken cancellationToken) =>
        DoAsync(account, "went back to shadow", a => a.GoShadowAsync(cancellationToken), cancellationToken);

    public Task<Outcome> PauseAsync(AccountKey account, PauseScope scope, CancellationToken cancellationToken) =>
        DoAsync(
            account,
            $"paused {Views.Words.Pause(scope)}",
            a => a.PauseAsync(scope, cancellationToken),
            cancellationToken
        );

    public Task<Outcome> ResumeAsync(AccountKey account, PauseScope scope, CancellationToken cancellationToken) =>
        DoAsync(
            account,
            $"resumed {Views.Words.Pause(scope)}",
            a => a.ResumeAsync(scope, cancellationToken),
            cancellationToken
        );

    public Task<Outcome> ConfigureAsync(
        AccountKey account,
        AccountSettings settings,
        CancellationToken cancellationToken
    ) =>
        DoAsync(account, "changed the settings", a => a.ConfigureAsync(settings, cancellationToken), cancellationToken);

    public Task<Outcome> RunArkiiveAsync(AccountKey account, string postingId, CancellationToken cancellationToken) =>
        DoAsync(
            account,
            $"asked for an ARKiiVE run of posting {postingId}",
            a => a.RunArkiiveAsync(postingId, cancellationToken),
            cancellationToken
        );

    public Task<Outcome> RetryAsync(
        AccountKey account,
        ImmutableArray<string> effectIds,
        CancellationToken cancellationToken
    ) =>
        DoAsync(
            account,
            effectIds.IsEmpty ? "retried what was put off" : $"retried {effectIds.Length} changes",
            a => a.RetryAsync(effectIds, cancellationToken),
            cancellationToken
        );

    public Task<Outcome> GiveUpAsync(
        AccountKey account,
        ImmutableArray<string> effectIds,
        CancellationToken cancellationToken
    ) =>
        DoAsync(
            account,
            $"gave up {effectIds.Length} changes",
            a => a.GiveUpAsync(effectIds, cancellationToken),
            cancellationToken
        );

    /// <summary>What the key may read, asked anew; null with the reason when that was not possible.</summary>
    public async Task<(Preflight? Rights, Outcome Outcome)> CheckRightsAsync(
        AccountKey account,
        CancellationToken cancellationToken
    )
    {
        Preflight? rights = null;
        var outcome = await DoAsync(
            account,
            "checked the key's rights",
            async a => rights = await a.CheckRightsAsync(cancellationToken),
            cancellationToken
        );
        return (rights, outcome);
    }

    private Task<Outcome> DoAsync(
        AccountKey account,
        string deed,
        Func<IAccountGrain, Task> act,
        CancellationToken cancellationToken
    ) =>
        TryAsync(
            account,
            Roles.Operator,
            deed,
            async user =>
            {
                await act(grains.GetGrain<IAccountGrain>(account.ToString()));
                await activity.AddAsync(account, [Line(user, deed)], cancellationToken);
                return new Outcome(true, $"Done: {deed}.");
            }
        );

    // What is refused or fails is told; nothing that the user may not do is tried.
    private async Task<Outcome> TryAsync(
        AccountKey account,
        string role,
        string deed,
        Func<ClaimsPrincipal, Task<Outcome>> act
    )
    {
        var user = (await login.GetAuthenticationStateAsync()).User;
        if (!user.IsAtLeast(role) || !user.MaySee(account.Name))
        {
            return new Outcome(false, "Your role does not reach for this.");
        }

        try
        {
            return await act(user);
        }
        catch (ArgumentException invalid)
        {
            return new Outcome(false, Refusals.TextOf(invalid));
        }
#pragma warning disable CA1031 // Whatever the account fails for is told to whoever pressed the button.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailed(failure, account.Name, deed);
            return new Outcome(
                false,
                "That did not work: the account does not answer as it should. Try again in a minute."
            );
        }
    }

    private ActivityRow Line(ClaimsPrincipal user, string deed) =>
        new()
        {
            At = clock.GetUtcNow(),
            Kind = Kind,
            Message = $"{user.Identity?.Name ?? "Somebody"} {deed}, on the dashboard.",
        };

    [LoggerMessage(LogLevel.Warning, "Account {Account}: '{Deed}' from the dashboard failed")]
    private partial void LogFailed(Exception failure, string account, string deed);
}

/// <summary>What came of a button.</summary>
/// <param name="IsDone">Whether it was done.</param>
/// <param name="Message">A sentence for whoever pressed it.</param>
internal sealed record Outcome(bool IsDone, string Message);
