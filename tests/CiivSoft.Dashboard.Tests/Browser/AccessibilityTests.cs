using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CiivSoft.Dashboard.Tests.Browser;

/// <summary>Every page of ours, light and dark, wide and as narrow as a phone: axe finds nothing, nothing runs out at the side.</summary>
public sealed class AccessibilityTests(LiveSite site) : BrowserTests(site)
{
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
        foreach (var path in await SitePages.ListAsync(Site, Cancel))
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
        if (SitePages.IsConnected(path))
        {
            await UntilLiveAsync(page);
        }

        await page.WaitForFunctionAsync(
            "() => (window.titled = document.title === '' ? 0 : (window.titled ?? 0) + 1) > 5",
            options: new PageWaitForFunctionOptions { PollingInterval = 50 }
        );
    }

    private static string Name(string path) =>
        path == "/" ? "overview" : path.Trim('/').Replace('/', '-').Replace('?', '-');
}
