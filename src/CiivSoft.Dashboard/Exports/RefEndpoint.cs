using CiivSoft.Dashboard.Access;
using CiivSoft.Storage.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CiivSoft.Dashboard.Exports;

/// <summary>From the last line of a note in Lever to the decision behind it.</summary>
internal static class RefEndpoint
{
    private const int MaxLength = 40;

    public static void MapRefs(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/ref/{reference}", FindAsync).RequireAuthorization(Policies.Viewer);

    private static async Task<Results<RedirectHttpResult, NotFound>> FindAsync(
        string reference,
        HttpContext context,
        DecisionQueries decisions,
        CancellationToken cancellationToken
    )
    {
        var found = reference.Length <= MaxLength ? await decisions.FindByRefAsync(reference, cancellationToken) : null;
        // A Ref of an account that the user may not see is as unknown as one that was never written.
        return found is not null && context.User.MaySee(found.Account)
            ? TypedResults.Redirect($"/accounts/{found.Account}/decisions/{Uri.EscapeDataString(found.DecisionId)}")
            : TypedResults.NotFound();
    }
}
