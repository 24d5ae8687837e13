using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace CiivSoft.Silo.Tests.Telemetry;

/// <summary>The board and the rules of <c>deploy</c>.</summary>
internal static partial class MonitoringFiles
{
    public static string Prometheus => Path.Combine(Repository.Root, "deploy", "prometheus");

    public static IReadOnlyList<AlertRule> Alerts { get; } = ReadAlerts();

    /// <summary>Title and query of each panel's targets.</summary>
    public static IReadOnlyList<(string Panel, string Query)> Board { get; } = ReadBoard();

    /// <summary>The names of ours that a query asks for.</summary>
    public static IEnumerable<string> OurMetricsIn(string query) => OurMetric().Matches(query).Select(m => m.Value);

    private static List<AlertRule> ReadAlerts()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Path.Combine(Prometheus, "alerts.yaml"))));
        var groups = (YamlSequenceNode)((YamlMappingNode)stream.Documents[0].RootNode)["groups"];
        return
        [
            .. groups
                .Cast<YamlMappingNode>()
                .SelectMany(g => (YamlSequenceNode)g["rules"])
                .Cast<YamlMappingNode>()
                .Select(r => new AlertRule(
                    r["alert"].ToString(),
                    r["expr"].ToString(),
                    r["labels"]["severity"].ToString(),
                    r["annotations"]["summary"].ToString(),
                    r["annotations"]["runbook"].ToString()
                )),
        ];
    }

    private static List<(string Panel, string Query)> ReadBoard()
    {
        var board = JsonNode.Parse(Repository.Read("deploy", "grafana", "ciivsoft.json"))!;
        return
        [
            .. board["panels"]!
                .AsArray()
                .Where(p => p!["type"]!.GetValue<string>() != "row")
                .SelectMany(p =>
                    p!["targets"]!
                        .AsArray()
                        .Select(t => (p["title"]!.GetValue<string>(), t!["expr"]!.GetValue<string>()))
                ),
        ];
    }

    [GeneratedRegex(@"\bciivsoft_[a-z0-9_]+", RegexOptions.NonBacktracking)]
    private static partial Regex OurMetric();
}

internal sealed record AlertRule(string Name, string Query, string Severity, string Summary, string Page);
