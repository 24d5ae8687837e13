using System.Globalization;
using System.Text.Json.Nodes;
using CiivSoft.Dashboard.Tests.Browser;
using CiivSoft.Lab.Programs;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(LiveSite))]

namespace CiivSoft.Dashboard.Tests.Browser;

/// <summary>
/// Simulator and silo as processes with a small account that has been worked through, and a browser. Started by the first test
/// that needs it; all share it.
/// </summary>
public sealed class LiveSite : IAsyncLifetime
{
    public const string Account = "lab";

    private const int People = 60;
    private const int Seed = 11;
    private const int Rate = 400;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"ciivsoft-dashboard-{Environment.ProcessId}");
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Chromium _chromium = new();
    private readonly List<IBrowserContext> _contexts = [];
    private LabSimulator? _lever;
    private LabSilo? _silo;

    public string? SkipReason => _chromium.SkipReason;

    public Uri Address => Silo.Address;

    /// <summary>For what processes of a test keep; deleted in the end.</summary>
    public string Folder => _folder;

    internal LabSilo Silo => _silo ?? throw new InvalidOperationException("The site was not started.");

    internal LabSimulator Lever => _lever ?? throw new InvalidOperationException("The site was not started.");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Starts everything, once.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_silo is null)
            {
                await StartOnceAsync(cancellationToken);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>A page that is logged in by a link, at the overview, with its own connection.</summary>
    public async Task<IPage> OpenAsync(int width, ColorScheme scheme, CancellationToken cancellationToken)
    {
        var page = await LogInAsync(await _chromium.NewContextAsync(width, scheme), cancellationToken);
        await UntilLiveAsync(page);
        return page;
    }

    /// <summary>Waits for the page's own connection: until then its buttons and title are those of the first answer, soon replaced.</summary>
    public static Task UntilLiveAsync(IPage page) =>
        Assertions.Expect(page.Locator("main[data-live]")).ToBeAttachedAsync();

    /// <summary>The same in a browser that runs no scripts: what the page is until they have begun.</summary>
    public async Task<IPage> OpenWithoutScriptsAsync(CancellationToken cancellationToken) =>
        await LogInAsync(
            await _chromium.NewContextAsync(1440, ColorScheme.Light, runsScripts: false),
            cancellationToken
        );

    /// <summary>A page that is not logged in.</summary>
    public async Task<IPage> OpenStrangerAsync()
    {
        var context = await _chromium.NewContextAsync(1440, ColorScheme.Light);
        _contexts.Add(context);
        return await context.NewPageAsync();
    }

    public async Task<IReadOnlyList<JsonNode>> GetDecisionsAsync(CancellationToken cancellationToken) =>
        [.. (await Silo.GetAsync($"api/accounts/{Account}/decisions", cancellationToken)).AsArray().Select(d => d!)];

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
        {
            await context.CloseAsync();
        }

        await _chromium.DisposeAsync();
        _silo?.Dispose();
        _lever?.Dispose();
        _gate.Dispose();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task<IPage> LogInAsync(IBrowserContext context, CancellationToken cancellationToken)
    {
        _contexts.Add(context);
        var page = await context.NewPageAsync();
        await page.GotoAsync((await Silo.CreateLoginLinkAsync(cancellationToken)).AbsoluteUri);
        return page;
    }

    private async Task StartOnceAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_folder);
        await _chromium.InitializeAsync();
        _lever = await LabSimulator.StartAsync(_folder, People, Seed, Rate, cancellationToken);
        var silo = await LabSilo.StartAsync(_folder, grace: null, cancellationToken);
        _silo = silo;
        await silo.ConnectAsync(_lever, Rate, cancellationToken);
        await silo.ScanUntilIdleAsync(TimeSpan.FromMinutes(2), cancellationToken);
        await _lever.ArriveAsync(
            new
            {
                postings = 1,
                applications = 6,
                quality = "strong",
            },
            cancellationToken
        );
        await silo.ScanUntilIdleAsync(TimeSpan.FromMinutes(2), cancellationToken);
    }
}

/// <summary>A test class in a browser.</summary>
public abstract class BrowserTests(LiveSite site) : IAsyncLifetime
{
    protected LiveSite Site => site;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(site.SkipReason is not null, site.SkipReason ?? "");
        await site.StartAsync(Cancel);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Waits for the page's own connection.</summary>
    protected static Task UntilLiveAsync(IPage page) => LiveSite.UntilLiveAsync(page);

    /// <summary>Takes a picture for the documentation where <c>CIIVSOFT_DOCS_PICTURES</c> names its folder: what the window shows.</summary>
    protected static async Task DocPictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("CIIVSOFT_DOCS_PICTURES") is { Length: > 0 } folder)
        {
            await page.EvaluateAsync("() => scrollTo(0, 0)");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });
        }
    }

    /// <summary>Keeps a picture where <c>CIIVSOFT_TEST_PICTURES</c> names a folder.</summary>
    protected static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("CIIVSOFT_TEST_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(
                new PageScreenshotOptions
                {
                    Path = Path.Combine(folder, $"{name}.png".ToString(CultureInfo.InvariantCulture)),
                    FullPage = true,
                }
            );
        }
    }
}
