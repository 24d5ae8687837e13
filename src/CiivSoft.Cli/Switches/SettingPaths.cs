using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Switches;

/// <summary>Settings by name, such as <c>schedule.timeZone</c>: the paths of their JSON document. Pure.</summary>
internal static partial class SettingPaths
{
    private const string None = "none";

    /// <summary>Every setting with its value as it is written on the command line.</summary>
    public static IEnumerable<(string Name, string Value)> List(AccountSettings settings) =>
        Leaves(ToJson(settings), "").Select(leaf => (leaf.Path, Show(leaf.Value)));

    /// <summary>The settings with some changed. Ranges are the silo's to check.</summary>
    /// <exception cref="CliException">There is no such setting, or the value is none of its kind.</exception>
    public static AccountSettings Apply(AccountSettings settings, IReadOnlyList<string> changes)
    {
        var document = ToJson(settings);
        foreach (var change in changes)
        {
            Set(document, change);
        }

        try
        {
            return document.Deserialize<AccountSettings>(Terminal.Json) ?? settings;
        }
        catch (JsonException invalid)
        {
            throw new CliException(
                ExitCodes.NotDone,
                $"The value of {invalid.Path?.TrimStart('$', '.')} is none of its kind.",
                "'ciivsoft settings NAME' shows every setting with its present value."
            );
        }
    }

    private static void Set(JsonObject document, string change)
    {
        var parts = change.Split('=', 2, StringSplitOptions.TrimEntries);
        var path = Leaves(document, "").Select(leaf => leaf.Path).FirstOrDefault(known => IsSame(known, parts[0]));
        if (parts.Length < 2 || path is null)
        {
            throw new CliException(
                ExitCodes.NotDone,
                parts.Length < 2 ? $"'{change}' sets nothing; write NAME=VALUE." : $"There is no setting '{parts[0]}'.",
                "'ciivsoft settings NAME' shows every setting with its present value."
            );
        }

        var names = path.Split('.');
        var parent = names[..^1].Aggregate(document, (at, name) => at[name]!.AsObject()); // The path was found in it.
        parent[names[^1]] = Value(path, parts[1]);
    }

    private static JsonNode? Value(string path, string text) =>
        path == "schedule.quiet" ? Quiet(text)
        : string.Equals(text, None, StringComparison.OrdinalIgnoreCase) ? null
        : bool.TryParse(text, out var flag) ? JsonValue.Create(flag)
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
        : TimeOfDay().IsMatch(text) ? JsonValue.Create($"{text}:00")
        : Times.ParseDuration(text) is { } duration
            ? JsonValue.Create(duration.ToString("c", CultureInfo.InvariantCulture))
        : JsonValue.Create(text);

    // 22:00-06:00,12:00-13:00
    private static JsonArray Quiet(string text) =>
        string.Equals(text, None, StringComparison.OrdinalIgnoreCase)
            ? []
            :
            [
                .. text.Split(',', StringSplitOptions.TrimEntries)
                    .Select(span =>
                        span.Split('-', StringSplitOptions.TrimEntries) is [var from, var to]
                            ? new JsonObject { ["from"] = $"{from}:00", ["to"] = $"{to}:00" }
                            : throw new CliException(
                                ExitCodes.NotDone,
                                $"'{span}' are no quiet hours.",
                                "Write them as 22:00-06:00, several with commas, or none."
                            )
                    ),
            ];

    private static string Show(JsonNode? value) =>
        value switch
        {
            null => None,
            JsonArray { Count: 0 } => None,
            JsonArray spans => string.Join(
                ',',
                spans.OfType<JsonObject>().Select(s => $"{Minutes(s["from"])}-{Minutes(s["to"])}")
            ),
            _ => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(),
        };

    private static string Minutes(JsonNode? time) => time?.GetValue<string>() is { Length: >= 5 } text ? text[..5] : "";

    private static IEnumerable<(string Path, JsonNode? Value)> Leaves(JsonObject at, string prefix) =>
        at.SelectMany(pair =>
            pair.Value is JsonObject inner ? Leaves(inner, $"{prefix}{pair.Key}.") : [(prefix + pair.Key, pair.Value)]
        );

    private static bool IsSame(string known, string name) =>
        string.Equals(known, name, StringComparison.OrdinalIgnoreCase);

    private static JsonObject ToJson(AccountSettings settings) =>
        JsonSerializer.SerializeToNode(settings, Terminal.Json)!.AsObject(); // A record is an object.

    [GeneratedRegex(@"^\d\d:\d\d$", RegexOptions.NonBacktracking)]
    private static partial Regex TimeOfDay();
}
