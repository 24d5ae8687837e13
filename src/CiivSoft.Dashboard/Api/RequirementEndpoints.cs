using System.Security.Claims;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Abstractions.Postings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CiivSoft.Dashboard.Api;

/// <summary>What a posting asks for: read it, change it, go back to the draft of its text.</summary>
internal static class RequirementEndpoints
{
    public static RouteGroupBuilder MapRequirements(this RouteGroupBuilder api)
    {
        api.MapGet("/accounts/{name}/postings/{postingId}/requirements", ReadAsync);
        api.MapPut("/accounts/{name}/postings/{postingId}/requirements", ChangeAsync);
        return api;
    }

    private static async Task<IResult> ReadAsync(string name, string postingId, IGrainFactory grains) =>
        Find(name, postingId, grains) is { } posting && await posting.GetRequirementsAsync() is { } sheet
            ? TypedResults.Ok(sheet)
            : NoSuchPosting(name, postingId);

    private static async Task<IResult> ChangeAsync(
        string name,
        string postingId,
        RequirementsBody body,
        ClaimsPrincipal user,
        IGrainFactory grains,
        CancellationToken cancellationToken
    )
    {
        var change = new RequirementsChange(
            body.Version,
            user.Identity?.Name ?? "admin",
            body.Items is null ? null : [.. body.Items],
            body.IsDryRun
        );
        return
            Find(name, postingId, grains) is { } posting
            && await posting.ChangeRequirementsAsync(change, cancellationToken) is { } answer
            ? Result(answer)
            : NoSuchPosting(name, postingId);
    }

    private static IResult Result(RequirementsAnswer answer) =>
        answer.Outcome switch
        {
            RequirementsOutcome.Changed or RequirementsOutcome.Unchanged => TypedResults.Ok(answer),
            RequirementsOutcome.Conflict => Problem(
                StatusCodes.Status409Conflict,
                "Somebody else changed them.",
                answer
            ),
            RequirementsOutcome.Refused => Problem(
                StatusCodes.Status422UnprocessableEntity,
                "A criterion stands for a protected attribute. Nothing was changed.",
                answer
            ),
            _ => Problem(
                StatusCodes.Status400BadRequest,
                "The requirements cannot be read. Nothing was changed.",
                answer
            ),
        };

    private static ProblemHttpResult Problem(int status, string title, RequirementsAnswer answer) =>
        TypedResults.Problem(
            statusCode: status,
            title: title,
            detail: answer.Problem,
            extensions: new Dictionary<string, object?>
            {
                ["version"] = answer.Sheet.Version,
                ["refused"] = answer.Refused,
            }
        );

    private static IPostingGrain? Find(string name, string postingId, IGrainFactory grains) =>
        AccountEndpoints.Find(name, grains) is null
            ? null
            : grains.GetGrain<IPostingGrain>(new PostingKey(new AccountKey(name), postingId).ToString());

    private static ProblemHttpResult NoSuchPosting(string name, string postingId) =>
        TypedResults.Problem(
            statusCode: StatusCodes.Status404NotFound,
            title: $"There is no posting '{postingId}' in account '{name}'.",
            detail: "Postings are known once a scan listed them. 'ciivsoft accounts' lists the accounts."
        );
}

/// <summary>A change of requirements.</summary>
/// <param name="Version">The version that it was made from.</param>
/// <param name="Items">The whole list; null goes back to the draft.</param>
/// <param name="IsDryRun">Whether it is only checked.</param>
internal sealed record RequirementsBody(int Version, IReadOnlyList<RequirementItem>? Items, bool IsDryRun);
