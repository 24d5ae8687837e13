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
        var embedding = new Option<FileInfo[]>("--embedding")
        {
            Description = "A fastText model (.bin, .ftz) or one of ours (.cve) to measure beside the one that ships.",
            HelpName = "FILE",
            DefaultValueFactory = _ => [],
        };
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
        command.SetAction(parsed =>
            Print(
                () =>
                    new QualityReport(
                        MatchingEngine.LoadDefault(),
                        parsed.GetRequiredValue(split),
                        Math.Max(0, parsed.GetValue(draws)),
                        [.. EmbeddingFiles.Open(parsed.GetRequiredValue(embedding))]
                    ).Measure(parsed.GetRequiredValue(folder).FullName),
                parsed.GetRequiredValue(folder),
                parsed.GetValue(json)
            )
        );
        return command;
    }

    private static int Print(Func<QualityTables> measure, DirectoryInfo folder, bool asJson)
    {
        try
        {
            var tables = measure();
            Console.Out.Write(
                asJson ? JsonSerializer.Serialize(tables, JsonSerializerOptions.Web) + "\n" : ReportTable.Of(tables)
            );
            if (tables.Methods.Count == 0)
            {
                Console.Error.WriteLine($"{folder.FullName} holds no folder with pairs files of that split.");
            }

            return tables.Methods.Count > 0 ? 0 : 1;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or ModelFileException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }
}
