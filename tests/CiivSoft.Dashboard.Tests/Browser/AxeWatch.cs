using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CiivSoft.Dashboard.Tests.Browser;

/// <summary>Has axe look at a page as it stands, in light and in dark, and remembers what it found.</summary>
internal sealed class AxeWatch(IPage page)
{
    private readonly List<string> _found = [];

    public IReadOnlyList<string> Found => _found;

    public async Task LookAsync(string name)
    {
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            var result = await page.RunAxe();
            _found.AddRange(
                result.Violations.Select(v =>
                    $"{name}, {scheme}: {v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"
                )
            );
        }
    }
}
