using System.CommandLine;
using System.Text.Json;
using CiivSoft.Matching;
using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Cli.Evaluation;

/// <summary><c>ciivsoft report</c>: the matching's quality on labelled data, beside plain word matching.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder")
        {
            Description = "Holds a folder for each labelled set, as ../shared/data/matching does.",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("..", "shared", "data", "matching")),
        };
        folder.AcceptExistingOnly();
        var split = new Option<string>("--split")
        {
            Description = "Which files: jobs.SPLIT.jsonl and so on.",
            DefaultValueFactory = _ => "dev",
        };
        var draws = new Option<int>("--draws")
        {
            Description = "Bootstrap draws for the 95 % intervals; 0 for none.",
            DefaultValueFactory = _ => 200,
        };
        var embedding = EmbeddingOption.Many();
        var json = new Option<bool>("--json") { Description = "One JSON document instead of tables." };
        var command = new Command(
            "report",
            "Measures the matching on labelled postings and résumés.\n\nExample: ciivsoft report ../shared/data/matching"
        )
        {
            folder,
            split,
            draws,
            embedding,
            json,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                PrintAsync(
                    () =>
                        new QualityReport(
                            MatchingEngine.LoadDefault(),
                            parsed.GetRequiredValue(split),
                            Math.Max(0, parsed.GetValue(draws)),
                            EmbeddingUnderTest.All(parsed.GetRequiredValue(embedding))
                        ),
                    parsed.GetRequiredValue(folder),
                    parsed.GetValue(json),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> PrintAsync(
        Func<QualityReport> open,
        DirectoryInfo folder,
        bool asJson,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var tables = await open().MeasureAsync(folder.FullName, cancellationToken);
            await Console.Out.WriteAsync(
                asJson ? JsonSerializer.Serialize(tables, JsonSerializerOptions.Web) + "\n" : ReportTable.Of(tables)
            );
            if (tables.Methods.Count == 0)
            {
                await Console.Error.WriteLineAsync(
                    $"{folder.FullName} holds no folder with pairs files of that split."
                );
            }

            return tables.Methods.Count > 0 ? 0 : 1;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or EmbeddingException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
