using System.Text.RegularExpressions;
using CiivSoft.Abstractions.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CiivSoft.Dashboard.Api;

/// <summary>How people are told that what they asked for cannot be meant.</summary>
internal static partial class Refusals
{
    public static ProblemHttpResult Of(ArgumentException invalid) =>
        TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, title: TextOf(invalid));

    /// <summary>A filter: what an account that is not connected, or is held elsewhere, cannot do is no fault of the program's.</summary>
    public static async ValueTask<object?> OfUnavailableAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        try
        {
            return await next(context);
        }
        catch (AccountUnavailableException unavailable)
        {
            return TypedResults.Problem(
                statusCode: StatusCodes.Status409Conflict,
                title: unavailable.Message,
                detail: "'ciivsoft accounts' lists those connected, and 'ciivsoft status' says what holds one up."
            );
        }
    }

    /// <summary>The message as it was written. What .NET adds names a parameter of ours, which tells people nothing.</summary>
    public static string TextOf(ArgumentException invalid) => Addition().Replace(invalid.Message, "");

    // From the name on: the value of an argument that is out of its range stands after it.
    [GeneratedRegex(@" \(Parameter '[^']*'\).*", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Addition();
}
