using System.Diagnostics;
using System.Net;
using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Pages;

/// <summary>A small account is worked through, its decisions and activity are made many, and each page is asked for.</summary>
internal sealed class PagesRun(int rows, TextWriter progress)
{
    private const int People = 60;
    private const int Rate = 400;
    private const int Times = 9;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public async Task<IReadOnlyList<PageTime>> RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("ciivsoft-pages-").FullName;
        try
        {
            using var lever = await LabSimulator.StartAsync(folder, People, seed: 11, Rate, cancellationToken);
            using var silo = await LabSilo.StartAsync(folder, grace: null, cancellationToken);
            await silo.ConnectAsync(lever, Rate, cancellationToken);
            await silo.ScanUntilIdleAsync(Patience, cancellationToken);
            await silo.TerminateAsync(cancellationToken);
            await progress.WriteLineAsync($"Making {rows} decisions and as many lines of activity");
            await ManyRows.AddAsync(Path.Combine(folder, "data", "ciivsoft.db"), rows, cancellationToken);
            await silo.StartAgainAsync(cancellationToken);
            return await MeasureAsync(silo, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<PageTime>> MeasureAsync(LabSilo silo, CancellationToken cancellationToken)
    {
        var newest = (await silo.GetDecisionsAsync(cancellationToken))[0]!;
        string Id(string name) => newest[name]!.GetValue<string>();
        var account = $"accounts/{LabSilo.Account}";
        string[] pages =
        [
            "",
            "grains",
            account,
            $"{account}/decisions",
            $"{account}/decisions?solution=Fiilter&verdict=match",
            $"{account}/decisions?posting={Id("postingId")}",
            $"{account}/decisions/{Id("decisionId")}",
            $"{account}/candidates/{Id("contactId")}",
            $"{account}/postings",
            $"{account}/postings/{Id("postingId")}",
            $"{account}/queue",
            $"{account}/activity",
            $"{account}/shadow",
        ];

        using var handler = new HttpClientHandler
        {
            CookieContainer = new CookieContainer(),
            CheckCertificateRevocationList = true,
        };
        using var browser = new HttpClient(handler) { BaseAddress = silo.Address };
        using var login = await browser.GetAsync(await silo.CreateLoginLinkAsync(cancellationToken), cancellationToken);
        login.EnsureSuccessStatusCode();
        var times = new List<PageTime>();
        foreach (var page in pages)
        {
            times.Add(await TimeAsync(browser, page, cancellationToken));
        }

        return times;
    }

    // The first time is not counted: it compiles the page's code.
    private static async Task<PageTime> TimeAsync(HttpClient browser, string page, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        for (var i = 0; i <= Times; i++)
        {
            var watch = Stopwatch.StartNew();
            var html = await browser.GetStringAsync(new Uri(page, UriKind.Relative), cancellationToken);
            if (html.Contains("Log in</h1>", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"/{page} asks to log in.");
            }

            if (i > 0)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        return new PageTime("/" + page, [.. times.Order()]);
    }
}
