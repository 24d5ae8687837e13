using Microsoft.Playwright;

namespace CiivSoft.Dashboard.Tests.Browser;

/// <summary>The Chromium of the machine, without a window. Where there is none, the tests that need it say so and skip.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];

    // Generous: the machine may be busy with other test projects.
    private const float Patience = 20_000;

    private readonly string? _file = Environment.GetEnvironmentVariable("CIIVSOFT_TEST_CHROMIUM")
        is { Length: > 0 } chosen
        ? chosen
        : Places.FirstOrDefault(File.Exists);

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public string? SkipReason =>
        _file is null
            ? "There is no Chromium. Install it (apt-get install chromium), or name one in CIIVSOFT_TEST_CHROMIUM."
            : null;

    public async ValueTask InitializeAsync()
    {
        if (_file is null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = _file, Args = ["--no-sandbox"] }
        );
    }

    public async Task<IBrowserContext> NewContextAsync(int width, ColorScheme scheme, bool runsScripts = true)
    {
        var browser = _browser ?? throw new InvalidOperationException(SkipReason);
        var context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                ColorScheme = scheme,
                ReducedMotion = ReducedMotion.Reduce,
                JavaScriptEnabled = runsScripts,
            }
        );
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
