using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CiivSoft.Dashboard.Api;

/// <summary>How people are told that what they asked for cannot be meant.</summary>
internal static partial class Refusals
{
    public static ProblemHttpResult Of(ArgumentException invalid) =>
        TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, title: TextOf(invalid));

    /// <summary>The message as it was written. What .NET adds names a parameter of ours, which tells people nothing.</summary>
    public static string TextOf(ArgumentException invalid) => Addition().Replace(invalid.Message, "");

    // From the name on: the value of an argument that is out of its range stands after it.
    [GeneratedRegex(@" \(Parameter '[^']*'\).*", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Addition();
}
