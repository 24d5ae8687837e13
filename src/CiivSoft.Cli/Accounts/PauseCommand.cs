using System.Collections.Immutable;
using System.CommandLine;
using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Accounts;

/// <summary><c>ciivsoft pause</c> and <c>ciivsoft resume</c>: stop new writes, and go on with what waits.</summary>
internal static class PauseCommand
{
    public static Command Create() =>
        Create(
            "pause",
            "Stops new writes to Lever within five seconds; what is decided waits.",
            "pause acme --solution refiine",
            (api, account, scope, cancellationToken) => api.PauseAsync(account, scope, cancellationToken),
            scope => $"Would stop new writes to Lever: {scope}. What is decided would wait.",
            (account, scope, _) =>
                $"Paused: {Pauses.Name(scope)}. What is decided waits; 'ciivsoft resume {account}{Pauses.Options(scope)}' goes on."
        );

    public static Command CreateResume() =>
        Create(
            "resume",
            "Lifts a pause of the same scope; nothing happens where there is none.",
            "resume acme --solution refiine",
            (api, account, scope, cancellationToken) => api.ResumeAsync(account, scope, cancellationToken),
            scope => $"Would lift the pause: {scope}. What waits would be written to Lever.",
            (_, scope, left) => $"Not paused: {Pauses.Name(scope)}.{StillPaused(left)}"
        );

    // Of another scope: lifting "everything" leaves what was paused by itself.
    private static string StillPaused(ImmutableArray<PauseScope> left) =>
        left.IsEmpty
            ? ""
            : $" Still paused: {string.Join(", ", left.Select(Pauses.Name))}; 'resume' lifts each with the options of its 'pause'.";

    private static CliCommand Create(
        string name,
        string description,
        string example,
        Func<AdminApi, string, PauseScope, CancellationToken, Task> act,
        Func<string, string> plan,
        Func<string, PauseScope, ImmutableArray<PauseScope>, string> sentence
    )
    {
        var solution = new Option<Solution?>("--solution")
        {
            Description = "arkiive, fiilter or refiine; else all three.",
            HelpName = "S",
            CustomParser = argument =>
            {
                if (Pauses.Parse(argument.Tokens[0].Value) is { } parsed)
                {
                    return parsed;
                }

                argument.AddError("--solution must be arkiive, fiilter or refiine");
                return null;
            },
        };
        solution.CompletionSources.Add("arkiive", "fiilter", "refiine");
        var posting = new Option<string?>("--posting")
        {
            Description = "Lever's id of a posting; else all.",
            HelpName = "ID",
        };
        var shape = new AccountCommand(name, description, example);
        shape.Command.Add(solution);
        shape.Command.Add(posting);
        shape.Command.Writes().Prints<PausesInForce>();
        return shape.Does(async call =>
        {
            await call.Api.GetStatusAsync(call.Account, call.CancellationToken);
            var scope = new PauseScope(call.Parsed.GetValue(solution), call.Parsed.GetValue(posting));
            if (call.IsDryRun)
            {
                return call.WouldHave(plan(Pauses.Name(scope)));
            }

            await act(call.Api, call.Account, scope, call.CancellationToken);
            var status = await call.Api.GetStatusAsync(call.Account, call.CancellationToken);
            return call.Done(
                sentence(call.Account, scope, status.Pauses),
                new PausesInForce(call.Account, status.Pauses)
            );
        });
    }
}

/// <summary>The pauses of an account after one was made or lifted.</summary>
internal sealed record PausesInForce(string Account, ImmutableArray<PauseScope> Pauses);
