using System.Text.Json.Nodes;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Mirror;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CiivSoft.Dashboard.Api;

/// <summary>The account's postings, and what ARKiiVE found for one.</summary>
internal static class PostingEndpoints
{
    public static RouteGroupBuilder MapPostings(this RouteGroupBuilder api)
    {
        api.MapGet("/accounts/{name}/postings", ListAsync);
        api.MapGet("/accounts/{name}/postings/{postingId}/runs", RunsAsync);
        return api;
    }

    private static async Task<IResult> ListAsync(
        string name,
        IGrainFactory grains,
        IMirrorStore mirror,
        CancellationToken cancellationToken
    )
    {
        if (AccountEndpoints.Find(name, grains) is null)
        {
            return AccountEndpoints.NoSuchAccount(name);
        }

        var postings = await mirror.ListPostingsAsync(new AccountKey(name), cancellationToken);
        return TypedResults.Ok(
            postings.Select(p => new
            {
                p.PostingId,
                p.Title,
                p.State,
                p.IsOpen,
                p.Location,
                CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(p.CreatedAtMs),
                p.OpenedAt,
            })
        );
    }

    private static async Task<IResult> RunsAsync(
        string name,
        string postingId,
        IGrainFactory grains,
        IDecisionStore decisions,
        CancellationToken cancellationToken
    )
    {
        if (AccountEndpoints.Find(name, grains) is null)
        {
            return AccountEndpoints.NoSuchAccount(name);
        }

        var runs = await decisions.RunsAsync(new AccountKey(name), postingId, cancellationToken);
        return TypedResults.Ok(
            runs.Select(r => new
            {
                r.Run,
                r.Cause,
                r.Searched,
                r.Scored,
                Excluded = JsonNode.Parse(r.ExcludedJson),
                r.AboveBar,
                r.Leads,
                r.DecidedAt,
            })
        );
    }
}
