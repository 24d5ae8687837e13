using System.CommandLine;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Desk;

/// <summary><c>ciivsoft erase</c>: erases what is personal of one contact here.</summary>
internal static class EraseCommand
{
    private static readonly Option<string> Contact = new("--contact")
    {
        Description = "Lever's id of the contact, as 'ciivsoft explain' shows it.",
        HelpName = "ID",
        Required = true,
    };

    private static readonly Option<bool> Yes = new("--yes") { Description = "Really do it." };

    public static Command Create()
    {
        var shape = new AccountCommand(
            "erase",
            "Erases what is kept of a person here: résumé, vectors, evidence, texts of notes. Lever is not touched: while the person is in Lever and changes there, they are read again, so delete or anonymise them in Lever first, or tag them 'CiiVSOFT opt-out'.",
            "erase acme --contact 7f23e772-… --yes"
        );
        shape.Command.Add(Contact);
        shape.Command.Add(Yes);
        shape.Command.Writes().Prints<Erased>();
        return shape.Does(async call =>
        {
            await call.Api.GetStatusAsync(call.Account, call.CancellationToken);
            var contact = call.Parsed.GetRequiredValue(Contact);
            await call.Api.RequireContactAsync(call.Account, contact, call.CancellationToken);
            var what =
                $"erase the résumé, vectors, evidence and note texts kept of contact '{contact}' in account '{call.Account}', for good.";
            if (call.IsDryRun)
            {
                return call.WouldHave($"Would {what}");
            }

            if (!call.Parsed.GetValue(Yes))
            {
                throw new CliException(
                    ExitCodes.NotDone,
                    $"This would {what}",
                    $"If that is meant: ciivsoft erase {call.Account} --contact {contact} --yes"
                );
            }

            await call.Api.EraseContactAsync(call.Account, contact, call.CancellationToken);
            return call.Done(
                $"What was kept of contact '{contact}' is erased. In Lever nothing changed.",
                new Erased(call.Account, contact)
            );
        });
    }
}

/// <summary>A contact was erased.</summary>
internal sealed record Erased(string Account, string Contact);
