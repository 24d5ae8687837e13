using System.CommandLine;
using System.CommandLine.Parsing;

namespace CiivSoft.LeverSimulator.Hosting;

/// <summary>The options of the program.</summary>
internal static class CommandLine
{
    private static readonly SimulatorOptions Defaults = new();

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Where to listen; port 0 takes a free one",
        DefaultValueFactory = _ => Defaults.Urls,
    };

    private static readonly Option<string> World = new("--world")
    {
        Description = "empty, demo, generated:N (1 to 1000000 opportunities) or a folder",
        DefaultValueFactory = _ => Defaults.World,
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "The same seed gives the same world, ids and faults",
        DefaultValueFactory = _ => Defaults.Seed,
    };

    private static readonly Option<KeyOption[]> Keys = new("--key")
    {
        Description =
            "KEY=PROFILE[:confidential], repeatable; profiles: article-exact, article-plus-create-opportunity, all",
        CustomParser = ParseKeys,
    };

    private static readonly Option<double> Rate = new("--rate")
    {
        Description = "Requests a second for each key, 0 for no limit",
        DefaultValueFactory = _ => Defaults.Rate,
    };

    private static readonly Option<int> Latency = new("--latency")
    {
        Description = "Milliseconds added to every answer",
    };

    private static readonly Option<bool> NoScreenedStage = new("--no-screened-stage")
    {
        Description = "Leave the stage CiiVSOFT SCREENED out",
    };

    private static readonly Option<bool> NotesMoveUpdatedAt = new("--notes-move-updated-at")
    {
        Description = "A note moves updatedAt, as Lever's documentation says",
    };

    private static readonly Option<bool> RetryAfter = new("--retry-after")
    {
        Description = "429 comes with Retry-After: 1",
    };

    private static readonly Option<bool> StopWithInput = new("--stop-with-input")
    {
        Description =
            "Stop when standard input ends, so that the simulator does not outlive the program that started it",
    };

    private static readonly Option<bool> OpenAdministration = new("--open-administration")
    {
        Description =
            "Let other machines administrate too; for a container, whose port is published to this machine alone",
    };

    /// <param name="run">Runs the simulator until it is stopped and gives the exit code.</param>
    public static RootCommand Create(Func<SimulatorOptions, CancellationToken, Task<int>> run)
    {
        var command = new RootCommand("Stands in for Lever: its API under /v1, administration under /_sim.")
        {
            Urls,
            World,
            Seed,
            Keys,
            Rate,
            Latency,
            NoScreenedStage,
            NotesMoveUpdatedAt,
            RetryAfter,
            StopWithInput,
            OpenAdministration,
        };
        Rate.Validators.Add(result => RequireFromZero(result, result.GetValueOrDefault<double>()));
        Latency.Validators.Add(result => RequireFromZero(result, result.GetValueOrDefault<int>()));
        command.SetAction((result, cancellationToken) => run(Read(result), cancellationToken));
        return command;
    }

    private static SimulatorOptions Read(ParseResult result) =>
        new()
        {
            Urls = result.GetValue(Urls) ?? Defaults.Urls,
            World = result.GetValue(World) ?? Defaults.World,
            Seed = result.GetValue(Seed),
            Keys = [.. result.GetValue(Keys) ?? []],
            Rate = result.GetValue(Rate),
            Latency = TimeSpan.FromMilliseconds(result.GetValue(Latency)),
            HasScreenedStage = !result.GetValue(NoScreenedStage),
            NotesMoveUpdatedAt = result.GetValue(NotesMoveUpdatedAt),
            SendsRetryAfter = result.GetValue(RetryAfter),
            StopsWithInput = result.GetValue(StopWithInput),
            HasOpenAdministration = result.GetValue(OpenAdministration),
        };

    private static KeyOption[] ParseKeys(ArgumentResult result)
    {
        var keys = result.Tokens.Select(token => KeyOption.Parse(token.Value)).ToList();
        if (keys.Contains(item: null))
        {
            // Not the text itself: it holds a secret.
            result.AddError("--key must be KEY=PROFILE or KEY=PROFILE:confidential with one of the three profiles");
        }

        return [.. keys.OfType<KeyOption>()];
    }

    private static void RequireFromZero(OptionResult result, double value)
    {
        if (value < 0)
        {
            result.AddError($"{result.Option.Name} must not be negative");
        }
    }
}
