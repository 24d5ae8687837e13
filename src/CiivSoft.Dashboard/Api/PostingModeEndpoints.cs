using CiivSoft.Abstractions.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CiivSoft.Dashboard.Api;

/// <summary>Off, shadow or live for one posting.</summary>
internal static class PostingModeEndpoints
{
    public static RouteGroupBuilder MapPostingModes(this RouteGroupBuilder api)
    {
        api.MapPut("/accounts/{name}/postings/{postingId}/mode", SetAsync);
        return api;
    }

    private static async Task<IResult> SetAsync(
        string name,
        string postingId,
        PostingModeBody body,
        IGrainFactory grains,
        CancellationToken cancellationToken
    )
    {
        if (AccountEndpoints.Find(name, grains) is not { } account)
        {
            return AccountEndpoints.NoSuchAccount(name);
        }

        return await account.SetPostingModeAsync(postingId, body.Mode, cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.Problem(
                statusCode: StatusCodes.Status404NotFound,
                title: $"There is no posting '{postingId}' in account '{name}'.",
                detail: "Postings are known once a scan listed them."
            );
    }
}

/// <summary>A posting's mode.</summary>
/// <param name="Mode">Null takes back what was set.</param>
internal sealed record PostingModeBody(RunMode? Mode);
