using System.CommandLine;
using System.Globalization;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;
using Spectre.Console;

namespace CiivSoft.Cli.Keys;

/// <summary><c>ciivsoft keys</c>: the encryption keys of a running installation, by number.</summary>
internal static class KeysCommand
{
    public static Command Create()
    {
        var command = Make(
            "keys",
            "Lists the encryption keys and what they seal.\n\nExample: ciivsoft keys",
            null,
            async (api, _, cancellationToken) => await api.ListKeysAsync(cancellationToken),
            Show
        );
        command.Add(
            Make(
                "rotate",
                "Makes a new encryption key and uses it; what older keys sealed is sealed anew in the background.\n\n"
                    + "Example: ciivsoft keys rotate",
                null,
                async (api, _, cancellationToken) =>
                {
                    var added = await api.AddKeyAsync(cancellationToken);
                    return await api.UseKeyAsync(added.Id, cancellationToken);
                },
                (key, terminal) =>
                    terminal.Out.WriteLine(
                        $"Key {key.Id} encrypts from now on. 'ciivsoft keys' shows what is left; copy its file to where the others are kept."
                    )
            )
        );
        command.Add(
            Make(
                "use",
                "Uses a key that every process has, for where keys come from a setting.\n\nExample: ciivsoft keys use 2",
                Number(),
                (api, id, cancellationToken) => api.UseKeyAsync(id, cancellationToken),
                (key, terminal) => terminal.Out.WriteLine($"Key {key.Id} encrypts from now on.")
            )
        );
        command.Add(
            Make(
                "remove",
                "Takes away a key that seals nothing any more. Refused while it does.\n\nExample: ciivsoft keys remove 1",
                Number(),
                (api, id, cancellationToken) => api.RemoveKeyAsync(id, cancellationToken),
                (key, terminal) =>
                    terminal.Out.WriteLine(
                        $"Key {key.Id} is gone. Backups from before need it: keep its copy as long as them."
                    )
            )
        );
        return command;
    }

    private static Argument<int> Number() => new("number") { Description = "The key's number.", HelpName = "N" };

    private static Command Make<T>(
        string name,
        string description,
        Argument<int>? number,
        Func<AdminApi, int, CancellationToken, Task<T>> ask,
        Action<T, Terminal> show
    )
    {
        var silo = new SiloOptions();
        var json = Jobs.JsonOption();
        var command = new Command(name, description);
        if (number is not null)
        {
            command.Add(number);
        }

        silo.AddTo(command);
        command.Add(json);
        command.SetJob(
            async (parsed, terminal, cancellationToken) =>
            {
                using var api = silo.Open(parsed);
                var id = number is null ? 0 : parsed.GetRequiredValue(number);
                var answer = await ask(api, id, cancellationToken);
                if (parsed.GetValue(json))
                {
                    terminal.WriteJson(answer);
                }
                else
                {
                    show(answer, terminal);
                }

                return ExitCodes.Done;
            }
        );
        return command;
    }

    private static void Show(IReadOnlyList<ListedKey> keys, Terminal terminal)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("Key", "Values", "");
        foreach (var key in keys)
        {
            table.AddRow(
                new Text(key.Id.ToString(CultureInfo.InvariantCulture)),
                new Text(key.Values.ToString("N0", CultureInfo.InvariantCulture)),
                new Text(
                    key.IsUsed ? "encrypts"
                    : key.MayBeRemoved ? "may be removed"
                    : key.IsInRing ? "read only"
                    : "missing: its values cannot be read"
                )
            );
        }

        terminal.Out.Write(table);
    }
}
