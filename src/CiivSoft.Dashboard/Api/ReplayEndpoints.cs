using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Abstractions.Replays;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CiivSoft.Dashboard.Api;

/// <summary>Past applications against what recruiters did, a page at a time.</summary>
internal static class ReplayEndpoints
{
    public static RouteGroupBuilder MapReplay(this RouteGroupBuilder api)
    {
        api.MapGet("/accounts/{name}/replay", PageAsync);
        return api;
    }

    private static async Task<IResult> PageAsync(
        string name,
        string? after,
        IGrainFactory grains,
        CancellationToken cancellationToken
    )
    {
        if (
            AccountEndpoints.Find(name, grains) is not { } account
            || (await account.GetStatusAsync()).Connection == ConnectionStatus.None
        )
        {
            return AccountEndpoints.NoSuchAccount(name);
        }

        var replay = grains.GetGrain<IReplayGrain>(new AccountKey(name).ToString());
        return TypedResults.Ok(await replay.ReadPageAsync(after, cancellationToken));
    }
}
