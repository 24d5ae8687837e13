using System.CommandLine;
using System.Text.Json;
using CiivSoft.Matching;

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
        var fittedOn = new Option<string>("--fitted-on")
        {
            Description = "The set that the shipped weights were fitted on; it also gets five-fold rows.",
            DefaultValueFactory = _ => "occupation",
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
            fittedOn,
            json,
        };
        command.SetAction(parsed =>
        {
            var report = new QualityReport(
                MatchingEngine.LoadDefault(),
                parsed.GetRequiredValue(split),
                parsed.GetRequiredValue(fittedOn),
                Math.Max(0, parsed.GetValue(draws))
            );
            return Print(report, parsed.GetRequiredValue(folder), parsed.GetValue(json));
        });
        return command;
    }

    private static int Print(QualityReport report, DirectoryInfo folder, bool asJson)
    {
        try
        {
            var rows = report.Measure(folder.FullName).ToArray();
            Console.Out.Write(
                asJson ? JsonSerializer.Serialize(rows, JsonSerializerOptions.Web) + "\n" : ReportTable.Of(rows)
            );
            if (rows.Length == 0)
            {
                Console.Error.WriteLine($"{folder.FullName} holds no folder with pairs files of that split.");
            }

            return rows.Length > 0 ? 0 : 1;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }
}
