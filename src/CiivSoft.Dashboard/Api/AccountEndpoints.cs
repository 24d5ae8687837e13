using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Accounts;
using CiivSoft.Storage.Activity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CiivSoft.Dashboard.Api;

/// <summary>The admin API for accounts, as the command line uses it.</summary>
internal static class AccountEndpoints
{
    private const int ActivityRows = 500;

    public static RouteGroupBuilder MapAccounts(this RouteGroupBuilder api)
    {
        api.MapGet("/accounts", ListAsync);
        api.MapPut("/accounts/{name}", ConnectAsync);
        api.MapDelete(
            "/accounts/{name}",
            (string name, IGrainFactory grains, CancellationToken ct) => WithAsync(name, grains, a => a.RemoveAsync(ct))
        );
        api.MapGet("/accounts/{name}/status", StatusAsync);
        api.MapPost(
            "/accounts/{name}/scan",
            (string name, IGrainFactory grains, CancellationToken ct) => WithAsync(name, grains, a => a.ScanAsync(ct))
        );
        api.MapPost("/accounts/{name}/go-live", GoLiveAsync);
        api.MapPost(
            "/accounts/{name}/go-shadow",
            (string name, IGrainFactory grains, CancellationToken ct) =>
                WithAsync(name, grains, a => a.GoShadowAsync(ct))
        );
        api.MapPost(
            "/accounts/{name}/pause",
            (string name, PauseBody body, IGrainFactory grains, CancellationToken ct) =>
                WithAsync(name, grains, a => a.PauseAsync(new PauseScope(body.Solution, body.PostingId), ct))
        );
        api.MapPost(
            "/accounts/{name}/resume",
            (string name, PauseBody body, IGrainFactory grains, CancellationToken ct) =>
                WithAsync(name, grains, a => a.ResumeAsync(new PauseScope(body.Solution, body.PostingId), ct))
        );
        api.MapPut("/accounts/{name}/settings", ConfigureAsync);
        api.MapPost("/accounts/{name}/postings/{postingId}/arkiive", RunArkiiveAsync);
        api.MapGet("/accounts/{name}/activity", ActivityAsync);
        return api;
    }

    /// <summary>The account's grain; null when the name can be none.</summary>
    internal static IAccountGrain? Find(string name, IGrainFactory grains)
    {
        try
        {
            return grains.GetGrain<IAccountGrain>(new AccountKey(name).ToString());
        }
        catch (FormatException)
        {
            return null;
        }
    }

    internal static ProblemHttpResult NoSuchAccount(string name) =>
        TypedResults.Problem(
            statusCode: StatusCodes.Status404NotFound,
            title: $"There is no account '{name}'.",
            detail: "Names are 1 to 40 lower-case letters, digits and inner hyphens. 'ciivsoft accounts' lists those connected."
        );

    private static async Task<IResult> ListAsync(IAccountStore accounts, CancellationToken cancellationToken)
    {
        var records = await accounts.ListAsync(cancellationToken);
        return TypedResults.Ok(
            records.Select(r => new
            {
                Name = r.Account.Name,
                r.LeverUrl,
                r.ServiceUser,
                r.ConnectedAt,
            })
        );
    }

    private static async Task<IResult> ConnectAsync(
        string name,
        ConnectBody body,
        IGrainFactory grains,
        CancellationToken cancellationToken
    )
    {
        if (Find(name, grains) is not { } account)
        {
            return NoSuchAccount(name);
        }

        try
        {
            var every = body.ScanEverySeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
            var request = new ConnectRequest(
                body.LeverUrl,
                new SecretText(body.ApiKey),
                body.ServiceUser,
                body.Mode,
                every
            );
            var preflight = await account.ConnectAsync(request, cancellationToken);
            return preflight.Connected
                ? TypedResults.Ok(preflight)
                : TypedResults.Json(preflight, statusCode: StatusCodes.Status422UnprocessableEntity);
        }
        catch (ArgumentException invalid)
        {
            return Refusals.Of(invalid);
        }
    }

    private static async Task<IResult> GoLiveAsync(
        string name,
        GoLiveBody body,
        IGrainFactory grains,
        CancellationToken cancellationToken
    )
    {
        if (Find(name, grains) is not { } account)
        {
            return NoSuchAccount(name);
        }

        var obstacles = await account.GoLiveAsync(body.ApplyShadow, cancellationToken);
        return obstacles.IsDefaultOrEmpty
            ? TypedResults.NoContent()
            : TypedResults.Problem(
                statusCode: StatusCodes.Status409Conflict,
                title: $"Account '{name}' stays in shadow. {string.Join(' ', obstacles.Select(o => o.Message))}",
                detail: string.Join('\n', obstacles.Select(o => o.Remedy))
            );
    }

    private static async Task<IResult> StatusAsync(string name, IGrainFactory grains) =>
        Find(name, grains) is { } account ? TypedResults.Ok(await account.GetStatusAsync()) : NoSuchAccount(name);

    private static async Task<IResult> ConfigureAsync(
        string name,
        AccountSettings settings,
        IGrainFactory grains,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await WithAsync(name, grains, a => a.ConfigureAsync(settings, cancellationToken));
        }
        catch (ArgumentException invalid)
        {
            return Refusals.Of(invalid);
        }
    }

    private static async Task<IResult> RunArkiiveAsync(
        string name,
        string postingId,
        IGrainFactory grains,
        CancellationToken cancellationToken
    )
    {
        if (Find(name, grains) is not { } account)
        {
            return NoSuchAccount(name);
        }

        return await account.RunArkiiveAsync(postingId, cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.Problem(
                statusCode: StatusCodes.Status404NotFound,
                title: $"There is no open posting '{postingId}' in account '{name}'.",
                detail: "ARKiiVE runs for postings that are published or internal, as the last scan saw them."
            );
    }

    private static async Task<IResult> ActivityAsync(
        string name,
        long? after,
        IActivityStore activity,
        IGrainFactory grains,
        CancellationToken cancellationToken
    ) =>
        Find(name, grains) is null
            ? NoSuchAccount(name)
            : TypedResults.Ok(
                await activity.ReadAsync(new AccountKey(name), after ?? 0, ActivityRows, cancellationToken)
            );

    private static async Task<IResult> WithAsync(string name, IGrainFactory grains, Func<IAccountGrain, Task> act)
    {
        if (Find(name, grains) is not { } account)
        {
            return NoSuchAccount(name);
        }

        await act(account);
        return TypedResults.NoContent();
    }
}
