using System.CommandLine;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Explanations;

/// <summary><c>ciivsoft explain</c>: why an opportunity stands where it stands.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var opportunity = new Argument<string>("opportunity")
        {
            Description = "Lever's id of the opportunity: the last part of the candidate's address.",
            HelpName = "OPPORTUNITY",
        };
        var account = AccountArgument.CreateOption();
        var silo = new SiloOptions();
        var json = Jobs.JsonOption();
        var command = new Command(
            "explain",
            "Shows what was decided about an opportunity and why: each requirement with what the résumé says, notes, time line.\n\n"
                + "Example: ciivsoft explain 250d8f03-738a-4bba-a671-8a3d73477145 --account acme"
        )
        {
            opportunity,
            account,
        };
        silo.AddTo(command);
        command.Add(json);
        command.SetJob(
            async (parsed, terminal, cancellationToken) =>
            {
                using var api = silo.Open(parsed);
                var name = parsed.GetRequiredValue(account);
                await api.GetStatusAsync(name, cancellationToken);
                var explanation = await api.ExplainAsync(name, parsed.GetRequiredValue(opportunity), cancellationToken);
                if (parsed.GetValue(json))
                {
                    terminal.WriteJson(explanation);
                    return ExitCodes.Done;
                }

                var postings = await api.ListPostingsAsync(name, cancellationToken);
                var titles = postings.ToDictionary(p => p.PostingId, p => p.Title, StringComparer.Ordinal);
                new ExplainScreen(terminal.Out, titles).Show(explanation);
                return ExitCodes.Done;
            }
        );
        return command;
    }
}
