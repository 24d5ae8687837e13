using CiivSoft.Abstractions;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Audits.Impact;

/// <summary>Brings what people declared together with what was decided about their applications.</summary>
internal static class DeclaredCategories
{
    private static readonly string[] RaceColumns = ["race_ethnicity", "race/ethnicity", "race", "ethnicity"];
    private static readonly string[] IdColumns = ["decision_id", "opportunity_id", "id"];

    /// <summary>From the file alone: it says who was selected, or the scores.</summary>
    public static ImpactReport OfFile(CsvFile file, bool excludeSmall)
    {
        RequireCategories(file);
        if (!file.Has("selected") && !file.Has("score"))
        {
            throw new CliException(
                ExitCodes.NotDone,
                "The file has neither a column 'selected' nor a column 'score'.",
                "Add one of them, or name the account whose decisions are meant with --account."
            );
        }

        var people = file.Rows.Select(row =>
            PersonOf(file, row, Selected(file.Field(row, "selected")), Score(file.Field(row, "score")))
        );
        return ImpactReport.Of([.. people], notFound: 0, notDeclared: 0, excludeSmall);
    }

    /// <summary>From the file's categories and an account's decisions of one solution.</summary>
    public static ImpactReport OfDecisions(
        CsvFile file,
        IReadOnlyList<ExplainedDecision> decisions,
        Solution solution,
        bool excludeSmall
    )
    {
        RequireCategories(file);
        var column =
            Array.Find(IdColumns, file.Has)
            ?? throw new CliException(
                ExitCodes.NotDone,
                "The file has no column that names decisions.",
                $"It needs one of {string.Join(", ", IdColumns)}."
            );
        var made = decisions.Where(decision => decision.Solution == solution && decision.Score is not null).ToList();
        var byId = made.SelectMany(decision => Ids(decision).Select(id => (id, decision)))
            .DistinctBy(pair => pair.id)
            .ToDictionary(pair => pair.id, pair => pair.decision, StringComparer.Ordinal);
        var people = new List<AssessedPerson>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        var notFound = 0;
        foreach (var row in file.Rows)
        {
            if (!byId.TryGetValue(file.Field(row, column), out var decision))
            {
                notFound++;
            }
            else if (named.Add(decision.DecisionId))
            {
                people.Add(PersonOf(file, row, decision.Verdict is "match" or "lead", decision.Score));
            }
        }

        var undeclared = made.Where(decision => !named.Contains(decision.DecisionId)).ToList();
        people.AddRange(
            undeclared.Select(decision => new AssessedPerson(
                "",
                "",
                decision.Verdict is "match" or "lead",
                decision.Score
            ))
        );
        return ImpactReport.Of(people, notFound, undeclared.Count, excludeSmall);
    }

    private static IEnumerable<string> Ids(ExplainedDecision decision) =>
        decision.OpportunityId is { } opportunity ? [decision.DecisionId, opportunity] : [decision.DecisionId];

    private static void RequireCategories(CsvFile file)
    {
        if (!file.Has("sex") && !Array.Exists(RaceColumns, file.Has))
        {
            throw new CliException(
                ExitCodes.NotDone,
                "The file has neither a column 'sex' nor a column 'race_ethnicity'.",
                "Categories are what people declared themselves; they are never inferred."
            );
        }
    }

    private static AssessedPerson PersonOf(CsvFile file, string[] row, bool? isSelected, double? score) =>
        new(
            AssessedPerson.Declared(file.Field(row, "sex")),
            AssessedPerson.Declared(
                RaceColumns.Select(column => file.Field(row, column)).FirstOrDefault(f => f.Length > 0) ?? ""
            ),
            isSelected,
            score
        );

    private static bool? Selected(string field) =>
        field.ToUpperInvariant() switch
        {
            "1" or "YES" or "Y" or "TRUE" or "SELECTED" or "MATCH" or "LEAD" => true,
            "0" or "NO" or "N" or "FALSE" or "NO-MATCH" or "NONE" => false,
            "" => null,
            _ => throw new CliException(
                ExitCodes.NotDone,
                $"'{field}' in the column 'selected' is neither yes nor no."
            ),
        };

    private static double? Score(string field) =>
        field.Length == 0 ? null
        : double.TryParse(field, System.Globalization.CultureInfo.InvariantCulture, out var score) ? score
        : throw new CliException(ExitCodes.NotDone, $"'{field}' in the column 'score' is no number.");
}
