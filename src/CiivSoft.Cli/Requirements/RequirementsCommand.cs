using System.CommandLine;
using CiivSoft.Abstractions.Postings;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Requirements;

/// <summary><c>ciivsoft requirements</c>: shows and edits what a posting asks for.</summary>
internal static class RequirementsCommand
{
    private const string Show = "show";
    private const string Set = "set";
    private const string Reset = "reset";

    public static Command Create()
    {
        var posting = new Argument<string>("posting")
        {
            Description = "Lever's id of a posting.",
            HelpName = "POSTING",
        };
        var action = new Argument<string>("action")
        {
            Description = "show, set, or reset to the draft of the posting's text.",
            HelpName = "show|set|reset",
            DefaultValueFactory = _ => Show,
        };
        action.AcceptOnlyFromAmong(Show, Set, Reset);
        var account = AccountArgument.CreateOption();
        var edits = new EditOptions();
        var shape = new SiloCommand(
            "requirements",
            "Shows or edits what a posting asks for. Edits count for what is decided from then on; criteria that stand for a "
                + "protected attribute are refused with a lawful alternative.",
            "requirements 730e37db-93d3-4acf-b9de-7cfc397cef1d set --account acme --must \"3+ years of Python\" --change 2=nice"
        );
        shape.Command.Add(posting);
        shape.Command.Add(action);
        shape.Command.Add(account);
        edits.AddTo(shape.Command);
        shape.Command.Writes().Prints<RequirementSheet>();
        return shape.Does(call =>
        {
            var place = (call.Parsed.GetRequiredValue(account), call.Parsed.GetRequiredValue(posting));
            return call.Parsed.GetRequiredValue(action) switch
            {
                Show => ShowAsync(call, place),
                Reset => ChangeAsync(call, place, _ => null, edits.Version(call.Parsed)),
                _ => ChangeAsync(call, place, edits.Read(call.Parsed).ApplyTo, edits.Version(call.Parsed)),
            };
        });
    }

    private static async Task<int> ShowAsync(SiloCall call, (string Account, string Posting) place)
    {
        var sheet = await call.Api.GetRequirementsAsync(place.Account, place.Posting, call.CancellationToken);
        return call.Done(sheet, shown => RequirementScreen.Show(shown, call.Terminal));
    }

    private static async Task<int> ChangeAsync(
        SiloCall call,
        (string Account, string Posting) place,
        Func<RequirementSheet, IReadOnlyList<RequirementItem>?> edit,
        int? version
    )
    {
        var present = await call.Api.GetRequirementsAsync(place.Account, place.Posting, call.CancellationToken);
        var ask = new RequirementsAsk(version ?? present.Version, edit(present), call.IsDryRun);
        var answer = await call.Api.ChangeRequirementsAsync(place.Account, place.Posting, ask, call.CancellationToken);
        if (call.IsDryRun)
        {
            return call.WouldHave(
                answer.Outcome == RequirementsOutcome.Unchanged
                    ? ["Nothing: it is so already."]
                    : [$"Would make version {answer.Sheet.Version}: {answer.Sheet.History[0].Summary}."]
            );
        }

        return call.Done(answer.Sheet, shown => RequirementScreen.Show(shown, call.Terminal));
    }

    /// <summary>The options of <c>set</c>.</summary>
    private sealed class EditOptions
    {
        private readonly Option<string[]> _must = Texts("--must", "Adds one that is required.", "TEXT");
        private readonly Option<string[]> _nice = Texts("--nice", "Adds one that is nice to have.", "TEXT");
        private readonly Option<string[]> _change = Texts(
            "--change",
            "Changes the line of that number: N=must, N=nice, N=WEIGHT or N=TEXT.",
            "N=WHAT"
        );

        private readonly Option<int[]> _remove = new("--remove")
        {
            Description = "Removes the line of that number.",
            HelpName = "N",
        };

        private readonly Option<int?> _version = new("--version")
        {
            Description =
                "The version that the change was made from; refused when it is not the present one. Else the present one.",
            HelpName = "V",
        };

        public void AddTo(Command command)
        {
            command.Add(_must);
            command.Add(_nice);
            command.Add(_change);
            command.Add(_remove);
            command.Add(_version);
        }

        public int? Version(ParseResult parsed) => parsed.GetValue(_version);

        public RequirementEdits Read(ParseResult parsed)
        {
            var edits = new RequirementEdits
            {
                Must = parsed.GetValue(_must) ?? [],
                Nice = parsed.GetValue(_nice) ?? [],
                Change = parsed.GetValue(_change) ?? [],
                Remove = parsed.GetValue(_remove) ?? [],
            };
            return edits.IsEmpty
                ? throw new CliException(
                    ExitCodes.NotDone,
                    "There is nothing to set.",
                    "Name changes with --must, --nice, --change or --remove."
                )
                : edits;
        }

        private static Option<string[]> Texts(string name, string description, string helpName) =>
            new(name) { Description = description, HelpName = helpName };
    }
}
