using CiivSoft.Dashboard.Counters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CiivSoft.Dashboard.Api;

/// <summary><c>GET /api/counters</c>: what this silo's counters add up to since it started.</summary>
internal static class CounterEndpoints
{
    public static RouteGroupBuilder MapCounters(this RouteGroupBuilder api)
    {
        api.MapGet("/counters", (CounterTotals totals) => TypedResults.Ok(totals.Read()));
        return api;
    }
}
