using System.Globalization;
using Microsoft.Playwright;

namespace CiivSoft.Dashboard.Tests.Browser;

/// <summary>How pages appear. Nothing may jump; how long the largest part takes is told, and judged by whoever reads it.</summary>
public sealed class PaintTests(LiveSite site) : BrowserTests(site)
{
    // "Good" is at most 0.1 (web.dev/articles/cls); ours is half of that.
    private const double MostShift = 0.05;

    // Both are sums or latest values of what the browser reports while it paints: LCP in milliseconds, CLS without unit.
    private const string Watch = """
        window.paint = { lcp: 0, cls: 0 };
        new PerformanceObserver(list => list.getEntries().forEach(e => window.paint.lcp = e.startTime))
            .observe({ type: 'largest-contentful-paint', buffered: true });
        new PerformanceObserver(list => list.getEntries().forEach(e => window.paint.cls += e.hadRecentInput ? 0 : e.value))
            .observe({ type: 'layout-shift', buffered: true });
        """;

    [Theory]
    [InlineData(1440)]
    [InlineData(360)]
    public async Task Nothing_jumps_while_a_page_appears(int width)
    {
        var page = await Site.OpenAsync(width, ColorScheme.Light, Cancel);
        await page.AddInitScriptAsync(Watch);
        var jumping = new List<string>();
        foreach (var path in await SitePages.ListAsync(Site, Cancel))
        {
            await page.GotoAsync(new Uri(Site.Address, path).AbsoluteUri);
            if (SitePages.IsConnected(path))
            {
                await UntilLiveAsync(page);
            }

            await page.WaitForFunctionAsync("() => window.paint.lcp > 0");
            var (lcp, cls) = (await ReadAsync(page, "lcp"), await ReadAsync(page, "cls"));
            TestContext.Current.TestOutputHelper?.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{path}: LCP {lcp:F0} ms, CLS {cls:F3}")
            );
            if (cls > MostShift)
            {
                jumping.Add(string.Create(CultureInfo.InvariantCulture, $"{path}: CLS {cls:F3}"));
            }
        }

        jumping.ShouldBeEmpty();
        await PushDownAsync(page);
        (await ReadAsync(page, "cls")).ShouldBeGreaterThan(MostShift, "the watch must see what jumps");
    }

    private static async Task PushDownAsync(IPage page) =>
        await page.EvaluateAsync(
            """
            () => new Promise(seen => {
                const block = document.createElement('div');
                block.style.height = '300px';
                document.body.prepend(block);
                setTimeout(seen, 300);
            })
            """
        );

    private static Task<double> ReadAsync(IPage page, string figure) =>
        page.EvaluateAsync<double>($"() => window.paint.{figure}");
}
