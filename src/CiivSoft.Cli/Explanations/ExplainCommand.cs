using System.CommandLine;
using CiivSoft.Cli.Admin;

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
        var shape = new SiloCommand(
            "explain",
            "Shows what was decided about an opportunity and why: each requirement with what the résumé says, notes, time line.",
            "explain 250d8f03-738a-4bba-a671-8a3d73477145 --account acme"
        );
        shape.Command.Add(opportunity);
        shape.Command.Add(account);
        shape.Command.Prints<OpportunityExplanation>();
        return shape.Does(async call =>
        {
            var name = call.Parsed.GetRequiredValue(account);
            await call.Api.GetStatusAsync(name, call.CancellationToken);
            var explanation = await call.Api.ExplainAsync(
                name,
                call.Parsed.GetRequiredValue(opportunity),
                call.CancellationToken
            );
            var postings = call.Json ? [] : await call.Api.ListPostingsAsync(name, call.CancellationToken);
            var titles = postings.ToDictionary(p => p.PostingId, p => p.Title, StringComparer.Ordinal);
            return call.Done(explanation, shown => new ExplainScreen(call.Terminal.Out, titles).Show(shown));
        });
    }
}
