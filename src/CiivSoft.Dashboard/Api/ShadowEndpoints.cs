using System.Text.Json.Nodes;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Abstractions.Shadowing;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CiivSoft.Dashboard.Api;

/// <summary><c>GET /api/accounts/{name}/shadow-report</c>: the report, with the evidence of its examples and the titles of postings.</summary>
internal static class ShadowEndpoints
{
    public static RouteGroupBuilder MapShadow(this RouteGroupBuilder api)
    {
        api.MapGet("/accounts/{name}/shadow-report", ReportAsync);
        return api;
    }

    private static async Task<IResult> ReportAsync(
        string name,
        IGrainFactory grains,
        DecisionQueries decisions,
        IMirrorStore mirror,
        CancellationToken cancellationToken
    )
    {
        if (AccountEndpoints.Find(name, grains) is null)
        {
            return AccountEndpoints.NoSuchAccount(name);
        }

        var account = new AccountKey(name);
        var desk = grains.GetGrain<IAccountDeskGrain>(account.ToString());
        var report = await desk.GetShadowReportAsync(cancellationToken);
        var titles = await mirror.FindPostingsAsync(account, [.. PostingsOf(report)], cancellationToken);
        var evidence = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var example in report.Examples)
        {
            var decision = await decisions.FindAsync(account, example.DecisionId, cancellationToken);
            evidence[example.DecisionId] = decision?.EvidenceJson is { } json ? JsonNode.Parse(json) : null;
        }

        return TypedResults.Ok(
            new
            {
                Report = report,
                Titles = titles.ToDictionary(t => t.Key, t => t.Value.Title, StringComparer.Ordinal),
                Evidence = evidence,
            }
        );
    }

    private static IEnumerable<string> PostingsOf(ShadowReport report) =>
        report
            .Actions.Select(a => a.PostingId)
            .Concat(report.Examples.Select(e => e.PostingId))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);
}
