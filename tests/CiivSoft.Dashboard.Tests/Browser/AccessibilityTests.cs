using System.Text.Json.Nodes;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CiivSoft.Dashboard.Tests.Browser;

/// <summary>Every page of ours, light and dark, wide and as narrow as a phone: axe finds nothing, nothing runs out at the side.</summary>
public sealed class AccessibilityTests(LiveSite site) : BrowserTests(site)
{
    // These have no connection of their own.
    private static readonly string[] Unconnected = ["/login", "/not-found"];

    private static readonly string[] Fixed = ["/", "/connect", "/grains", "/login", "/not-found"];

    public static TheoryData<int, ColorScheme> Looks =>
        new()
        {
            { 1440, ColorScheme.Light },
            { 1440, ColorScheme.Dark },
            { 360, ColorScheme.Light },
            { 360, ColorScheme.Dark },
        };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task No_page_has_a_barrier(int width, ColorScheme scheme)
    {
        var page = await Site.OpenAsync(width, scheme, Cancel);
        var found = new List<string>();
        foreach (var path in await PathsAsync())
        {
            await page.GotoAsync(new Uri(Site.Address, path).AbsoluteUri);
            await SettleAsync(page, path);
            await PictureAsync(page, $"{Name(path)}-{width}-{scheme}");
            var result = await page.RunAxe();
            found.AddRange(
                result.Violations.Select(v =>
                    $"{path}: {v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"
                )
            );
            var overhang = await page.EvaluateAsync<int>(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
            );
            if (overhang > 0)
            {
                found.Add($"{path}: runs out at the side by {overhang} px");
            }
        }

        found.ShouldBeEmpty();
    }

    // When the page's connection begins, its title is taken away and written anew.
    private static async Task SettleAsync(IPage page, string path)
    {
        if (!Unconnected.Contains(path))
        {
            await UntilLiveAsync(page);
        }

        await page.WaitForFunctionAsync(
            "() => (window.titled = document.title === '' ? 0 : (window.titled ?? 0) + 1) > 5",
            options: new PageWaitForFunctionOptions { PollingInterval = 50 }
        );
    }

    // A decision of each solution, a person and a posting beside the pages that are always there.
    private async Task<IReadOnlyList<string>> PathsAsync()
    {
        var decisions = await Site.GetDecisionsAsync(Cancel);
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

    private static string Name(string path) =>
        path == "/" ? "overview" : path.Trim('/').Replace('/', '-').Replace('?', '-');
}
