using System.Text.Json.Nodes;

namespace CiivSoft.Dashboard.Tests.Browser;

/// <summary>The paths of every page of ours.</summary>
internal static class SitePages
{
    // These have no connection of their own.
    private static readonly string[] Unconnected = ["/login", "/not-found"];

    private static readonly string[] Fixed = ["/", "/connect", "/grains", .. Unconnected];

    /// <summary>Whether the page gets a connection to the server once its scripts run.</summary>
    public static bool IsConnected(string path) => !Unconnected.Contains(path);

    /// <summary>A decision of each solution, a person and a posting beside the pages that are always there.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(LiveSite site, CancellationToken cancellationToken)
    {
        var decisions = await site.GetDecisionsAsync(cancellationToken);
        var account = $"/accounts/{LiveSite.Account}";
        var shown = decisions
            .GroupBy(d => Text(d, "solution"))
            .Select(g => $"{account}/decisions/{Text(g.First(), "decisionId")}");
        var lead = decisions.First(d => Text(d, "verdict") == "lead" && Text(d, "solution") == "Arkiive");
        return
        [
            .. Fixed,
            account,
            $"/connect?account={LiveSite.Account}",
            $"{account}/shadow",
            $"{account}/decisions",
            $"{account}/postings",
            $"{account}/postings/{Text(lead, "postingId")}",
            $"{account}/candidates/{Text(lead, "contactId")}",
            $"{account}/queue",
            $"{account}/queue?state=failed",
            $"{account}/queue?state=not-read",
            $"{account}/activity",
            .. shown,
        ];
    }

    private static string Text(JsonNode decision, string name) => decision[name]!.GetValue<string>();
}
