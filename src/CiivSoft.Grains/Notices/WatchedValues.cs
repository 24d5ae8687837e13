using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CiivSoft.Grains.Accounts;
using CiivSoft.Matching;
using CiivSoft.Storage.Accounts;

namespace CiivSoft.Grains.Notices;

/// <summary>Values whose change is told, each with its name. Pure. No key and nothing personal is among them.</summary>
internal static class WatchedValues
{
    private const string None = "none";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>What decides about people.</summary>
    public static ImmutableSortedDictionary<string, string> OfModel(IMatchingEngine engine) =>
        Sorted([("model", engine.ModelVersion), ("policy", engine.PolicyVersion)]);

    /// <summary>What operators set: settings by the names that the command line has for them, and switches.</summary>
    public static ImmutableSortedDictionary<string, string> OfConfiguration(
        AccountState state,
        AccountRecord connection
    ) =>
        Sorted(
            Leaves(JsonSerializer.SerializeToNode(state.Settings, Options), "")
                .Concat([
                    ("mode", state.Mode.ToString()),
                    ("pauses", Listed(state.Pauses.Select(p => $"{p.Solution?.ToString() ?? "all"} {p.PostingId}"))),
                    ("postings", Listed(state.PostingModes.Select(m => $"{m.Key} {m.Value}"))),
                    ("lever", connection.LeverUrl.OriginalString),
                    ("serviceUser", connection.ServiceUser),
                ])
        );

    private static IEnumerable<(string Name, string Value)> Leaves(JsonNode? node, string name) =>
        node switch
        {
            null => [(name, None)],
            JsonObject group => group.SelectMany(p => Leaves(p.Value, name.Length == 0 ? p.Key : $"{name}.{p.Key}")),
            JsonArray list => [(name, Listed(list.Select(item => item?.ToJsonString() ?? None)))],
            _ => [(name, node.ToString())],
        };

    private static string Listed(IEnumerable<string> items) =>
        string.Join(", ", items.Select(i => i.Trim()).Order(StringComparer.Ordinal)) is { Length: > 0 } list
            ? list
            : None;

    private static ImmutableSortedDictionary<string, string> Sorted(IEnumerable<(string Name, string Value)> values) =>
        values.ToImmutableSortedDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
}
