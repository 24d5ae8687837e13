using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CiivSoft.Dashboard.Access;
using CiivSoft.Dashboard.Views;
using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CiivSoft.Dashboard.Exports;

/// <summary>The activity log as a file. Streamed: it may be long.</summary>
internal static class ActivityExport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly string[] Columns =
    [
        "sequence",
        "at",
        "kind",
        "solution",
        "opportunity",
        "contact",
        "posting",
        "decision",
        "message",
    ];

    public static void MapActivityExports(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/accounts/{name}/activity.csv",
                (string name, [AsParameters] Wanted wanted, HttpContext context, ActivityQueries queries) =>
                    Export(name, wanted, context, queries, "text/csv; charset=utf-8", "csv", Header(), CsvLine)
            )
            .RequireAuthorization(Policies.Viewer);
        routes
            .MapGet(
                "/accounts/{name}/activity.jsonl",
                (string name, [AsParameters] Wanted wanted, HttpContext context, ActivityQueries queries) =>
                    Export(name, wanted, context, queries, "application/jsonl", "jsonl", "", JsonLine)
            )
            .RequireAuthorization(Policies.Viewer);
    }

    /// <summary>A line of the CSV file; times as ISO 8601, UTC.</summary>
    public static string CsvLine(ActivityRow row) =>
        Csv.Line(
            row.Sequence.ToString(CultureInfo.InvariantCulture),
            Moments.Machine(row.At),
            row.Kind,
            row.Solution?.ToString(),
            row.OpportunityId,
            row.ContactId,
            row.PostingId,
            row.DecisionId,
            row.Message
        );

    private static string Header() => Csv.Line(Columns);

    private static string JsonLine(ActivityRow row) => JsonSerializer.Serialize(row, Json) + "\n";

    private static IResult Export(
        string name,
        Wanted wanted,
        HttpContext context,
        ActivityQueries queries,
        string contentType,
        string extension,
        string header,
        Func<ActivityRow, string> line
    )
    {
        if (context.User.Account(name) is not { } account)
        {
            return TypedResults.NotFound();
        }

        var filter = new ActivityFilter
        {
            Solution = Query.Solution(wanted.Solution),
            Kind = Query.Text(wanted.Kind),
            PostingId = Query.Text(wanted.Posting),
        };
        return TypedResults.Stream(
            async stream =>
            {
                await using var writer = new StreamWriter(
                    stream,
                    new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                    leaveOpen: true
                );
                await writer.WriteAsync(header);
                await foreach (var row in queries.StreamAsync(account, filter, context.RequestAborted))
                {
                    await writer.WriteAsync(line(row));
                }
            },
            contentType,
            $"ciivsoft-activity-{name}.{extension}"
        );
    }

    /// <summary>What of the log is wanted, of the address; null for all.</summary>
    internal sealed class Wanted
    {
        public string? Solution { get; init; }

        public string? Kind { get; init; }

        public string? Posting { get; init; }
    }
}
