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
        var shape = new SiloCommand("keys", "Lists the encryption keys and what they seal.", "keys");
        shape.Command.Prints<IReadOnlyList<ListedKey>>();
        var command = shape.Does(async call =>
            call.Done(await call.Api.ListKeysAsync(call.CancellationToken), keys => Show(keys, call.Terminal))
        );
        command.Add(CreateRotate());
        command.Add(CreateUse());
        command.Add(CreateRemove());
        return command;
    }

    private static CliCommand CreateRotate() =>
        Make(
            new SiloCommand(
                "rotate",
                "Makes a new encryption key and uses it; what older keys sealed is sealed anew in the background.",
                "keys rotate"
            ),
            null,
            (keys, _) =>
                $"Would make a new key and encrypt with it from now on, instead of key {keys.First(k => k.IsUsed).Id}; {keys.Sum(k => k.Values):N0} values would be sealed anew.",
            async (api, _, cancellationToken) =>
            {
                var added = await api.AddKeyAsync(cancellationToken);
                return await api.UseKeyAsync(added.Id, cancellationToken);
            },
            id =>
                $"Key {id} encrypts from now on. 'ciivsoft keys' shows what is left; copy its file to where the others are kept."
        );

    private static CliCommand CreateUse() =>
        Make(
            new SiloCommand(
                "use",
                "Uses a key that every process has, for where keys come from a setting.",
                "keys use 2"
            ),
            Number(),
            (_, id) => $"Would encrypt with key {id} from now on.",
            (api, id, cancellationToken) => api.UseKeyAsync(id, cancellationToken),
            id => $"Key {id} encrypts from now on."
        );

    private static CliCommand CreateRemove() =>
        Make(
            new SiloCommand(
                "remove",
                "Takes away a key that seals nothing any more. Refused while it does.",
                "keys remove 1"
            ),
            Number(),
            (keys, id) =>
                keys.FirstOrDefault(k => k.Id == id) is { MayBeRemoved: true }
                    ? $"Would take away key {id}, which seals nothing any more."
                    : $"Key {id} may not be removed: it is in use, still seals values, or does not exist. It would be refused.",
            (api, id, cancellationToken) => api.RemoveKeyAsync(id, cancellationToken),
            id => $"Key {id} is gone. Backups from before need it: keep its copy as long as them."
        );

    private static Argument<int> Number() => new("number") { Description = "The key's number.", HelpName = "N" };

    private static CliCommand Make(
        SiloCommand shape,
        Argument<int>? number,
        Func<IReadOnlyList<ListedKey>, int, string> plan,
        Func<AdminApi, int, CancellationToken, Task<KeyNumber>> ask,
        Func<int, string> sentence
    )
    {
        if (number is not null)
        {
            shape.Command.Add(number);
        }

        shape.Command.Writes().Prints<KeyNumber>();
        return shape.Does(async call =>
        {
            var id = number is null ? 0 : call.Parsed.GetRequiredValue(number);
            if (call.IsDryRun)
            {
                return call.WouldHave(plan(await call.Api.ListKeysAsync(call.CancellationToken), id));
            }

            var key = await ask(call.Api, id, call.CancellationToken);
            return call.Done(sentence(key.Id), key);
        });
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
