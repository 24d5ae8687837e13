using System.CommandLine;
using CiivSoft.Cli.Terminals;
using CiivSoft.Matching;
using CiivSoft.Matching.Embeddings;
using Spectre.Console;

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
        var command = new CliCommand(
            "report",
            "Measures the matching on labelled postings and résumés.",
            "report ../shared/data/matching"
        )
        {
            folder,
            split,
            draws,
            embedding,
        };
        command.Prints<QualityTables>();
        return command.Does(call =>
            PrintAsync(
                () =>
                    new QualityReport(
                        MatchingEngine.LoadDefault(),
                        call.Parsed.GetRequiredValue(split),
                        Math.Max(0, call.Parsed.GetValue(draws)),
                        EmbeddingUnderTest.All(call.Parsed.GetRequiredValue(embedding))
                    ),
                call.Parsed.GetRequiredValue(folder),
                call
            )
        );
    }

    private static async Task<int> PrintAsync(Func<QualityReport> open, DirectoryInfo folder, CliCall call)
    {
        try
        {
            call.Terminal.Error.WriteLine($"Measuring on the sets of {folder.FullName}; this takes minutes …");
            var tables = await open().MeasureAsync(folder.FullName, call.CancellationToken);
            call.Print(tables, shown => call.Terminal.WriteUnbroken(ReportTable.Of(shown).TrimEnd('\n')));
            return tables.Methods.Count > 0
                ? ExitCodes.Done
                : throw new CliException(
                    ExitCodes.NotDone,
                    $"{folder.FullName} holds no folder with pairs files of that split."
                );
        }
        catch (Exception e) when (e is IOException or InvalidDataException or EmbeddingException)
        {
            throw new CliException(ExitCodes.NotDone, e.Message);
        }
    }
}
