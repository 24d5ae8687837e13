using System.CommandLine;
using CiivSoft.Abstractions;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Audits.Impact;

/// <summary><c>ciivsoft audit impact</c>.</summary>
internal static class ImpactCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file")
        {
            Description =
                "CSV with a head line: sex and race_ethnicity as people declared them, and decision_id or opportunity_id, or selected and score.",
        };
        var account = new Option<string>("--account")
        {
            Description = "The account whose decisions the file names; without it the file says who was selected.",
            HelpName = "NAME",
        };
        var (solution, excludeSmall) = (SolutionOption(), ExcludeSmallOption());
        var silo = new SiloOptions();
        var command = new CliCommand(
            "impact",
            "Selection and scoring rates and impact ratios by sex, race/ethnicity and both, in the layout of New York City's Local Law 144, over categories that people declared. Nothing is inferred.",
            "audit impact declared.csv --account acme"
        )
        {
            file,
            account,
            solution,
            excludeSmall,
        };
        silo.AddTo(command);
        command
            .Prints<ImpactReport>()
            .EndsWith(
                ExitCodes.Broken,
                ExitCodes.Unreachable,
                ExitCodes.NoAccess,
                ExitCodes.NotFound,
                ExitCodes.Refused
            );
        return command.Does(async call =>
        {
            var csv = CsvFile.Read(call.Parsed.GetRequiredValue(file));
            var isExcluding = call.Parsed.GetValue(excludeSmall);
            var report = call.Parsed.GetValue(account) is { } name
                ? DeclaredCategories.OfDecisions(
                    csv,
                    await DecisionsAsync(silo, call.Parsed, name, call.CancellationToken),
                    call.Parsed.GetValue(solution),
                    isExcluding
                )
                : DeclaredCategories.OfFile(csv, isExcluding);
            return call.Done(report, shown => ImpactScreen.Show(call.Terminal.Out, shown));
        });
    }

    private static Option<Solution> SolutionOption() =>
        new("--solution") { Description = "Whose decisions.", DefaultValueFactory = _ => Solution.Fiilter };

    private static Option<bool> ExcludeSmallOption() =>
        new("--exclude-small")
        {
            Description = "Leave categories of less than 2 % of the data out of the ratios, and say so.",
        };

    // The interface gives at most a thousand at once, oldest first.
    private static async Task<IReadOnlyList<ExplainedDecision>> DecisionsAsync(
        SiloOptions silo,
        ParseResult parsed,
        string account,
        CancellationToken cancellationToken
    )
    {
        using var api = silo.Open(parsed);
        await api.GetStatusAsync(account, cancellationToken);
        var all = new Dictionary<string, ExplainedDecision>(StringComparer.Ordinal);
        var since = DateTimeOffset.UnixEpoch;
        while (true)
        {
            var page = await api.ListDecisionsAsync(account, since, cancellationToken);
            var before = all.Count;
            foreach (var decision in page)
            {
                all.TryAdd(decision.DecisionId, decision);
            }

            if (all.Count == before)
            {
                return [.. all.Values];
            }

            since = page[^1].DecidedAt;
        }
    }
}
