using System.CommandLine;
using CiivSoft.Abstractions.Notifications;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Notifications;

/// <summary><c>ciivsoft notify</c>: messages to operators.</summary>
internal static class NotifyCommand
{
    private const string Email = "email";
    private const string Webhook = "webhook";

    public static Command Create() => new("notify", "Messages to operators, by e-mail and webhook.") { CreateTest() };

    private static CliCommand CreateTest()
    {
        var to = new Option<string>("--to")
        {
            Description = "Which way out to try: email or webhook.",
            HelpName = "email|webhook",
            Required = true,
        };
        to.AcceptOnlyFromAmong(Email, Webhook);
        var shape = new AccountCommand(
            "test",
            "Sends a test message as alerts and digests of the account are sent, and says what the other side made of it.",
            "notify test acme --to webhook"
        );
        shape.Command.Add(to);
        shape.Command.Writes().Prints<NoticeTest>();
        return shape.Does(async call =>
        {
            var channel = call.Parsed.GetRequiredValue(to) == Email ? NoticeChannel.Email : NoticeChannel.Webhook;
            if (call.IsDryRun)
            {
                await call.Api.GetStatusAsync(call.Account, call.CancellationToken);
                return call.WouldHave(
                    $"Would have the silo send a test message for '{call.Account}' by {NameOf(channel)}, to whom its settings name."
                );
            }

            var test = await call.Api.TestNoticeAsync(call.Account, channel, call.CancellationToken);
            call.Print(test, t => Show(t, call.Terminal));
            return test.IsSent ? ExitCodes.Done : ExitCodes.NotDone;
        });
    }

    private static void Show(NoticeTest test, Terminal terminal)
    {
        var whom = string.IsNullOrEmpty(test.To) ? "nobody" : test.To;
        terminal.WriteUnbroken(test.IsSent ? $"Sent to {whom}. {test.Message}" : $"Not sent to {whom}. {test.Message}");
        if (test.Remedy is { } remedy)
        {
            terminal.WriteUnbroken(remedy);
        }
    }

    private static string NameOf(NoticeChannel channel) => channel == NoticeChannel.Email ? "e-mail" : "webhook";
}
