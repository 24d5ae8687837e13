using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CiivSoft.Dashboard.Api;

/// <summary>Health for whoever supervises the process. Public: it says nothing but a word.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        // Alive means that the process answers: a database that is away must not have it killed.
        routes.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();

        // The address is opened last, when the process has joined its cluster: whoever is answered here is past its start.
        routes.MapGet("/health/startup", () => Results.Text("started")).AllowAnonymous();
        routes
            .MapHealthChecks(
                "/health/ready",
                new HealthCheckOptions { Predicate = check => check.Tags.Contains(HealthTags.Ready) }
            )
            .AllowAnonymous();
    }
}
