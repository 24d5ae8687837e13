using Microsoft.AspNetCore.Builder;
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
        routes.MapHealthChecks("/health/ready").AllowAnonymous();
        routes.MapHealthChecks("/health/startup").AllowAnonymous();
    }
}
