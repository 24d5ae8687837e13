using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace CiivSoft.System.Tests.Demo;

/// <summary>The README's demo, run as its user runs it: three processes, real HTTP, Lever's true rate.</summary>
public sealed class DemoTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task The_demo_shows_all_three_solutions_and_handles_what_arrives()
    {
        var data = Path.Combine(Path.GetTempPath(), $"ciivsoft-demo-system-{Environment.ProcessId}");
        try
        {
            var (exitCode, output, errors) = await RunAsync(
                "demo",
                "--once",
                "--json",
                "--port",
                FreePorts(),
                "--data",
                data
            );

            exitCode.ShouldBe(0, errors);
            using var document = JsonDocument.Parse(output);
            var report = document.RootElement;
            report.GetProperty("succeeded").GetBoolean().ShouldBeTrue();
            foreach (var job in new[] { "leads", "screened", "referred" })
            {
                report.GetProperty("firstRun").GetProperty(job).GetInt32().ShouldBeGreaterThan(0, job);
            }

            var counts = report.GetProperty("counts");
            counts.GetProperty("failed").GetInt32().ShouldBe(0);
            counts.GetProperty("pending").GetInt32().ShouldBe(0);
            counts.GetProperty("notes").GetInt32().ShouldBeGreaterThanOrEqualTo(NotesOwed(counts));
            var arrived = report.GetProperty("arrived");
            arrived.GetProperty("postingsHandled").GetInt32().ShouldBe(arrived.GetProperty("postings").GetInt32());
            arrived
                .GetProperty("applicationsHandled")
                .GetInt32()
                .ShouldBe(arrived.GetProperty("applications").GetInt32());
            MatchesHaveTheirNote(report.GetProperty("decisions"));
            await NobodyListensAsync(report.GetProperty("links"));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    // A note for each lead and each screened application, and a line on each application that a referral came from.
    private static int NotesOwed(JsonElement counts) =>
        counts.GetProperty("leads").GetInt32()
        + counts.GetProperty("screened").GetInt32()
        + (2 * counts.GetProperty("referred").GetInt32());

    private static void MatchesHaveTheirNote(JsonElement decisions)
    {
        var matches = decisions.EnumerateArray().Where(d => d.GetProperty("verdict").GetString() is "match" or "lead");
        foreach (var match in matches)
        {
            var note = match.GetProperty("note").GetString().ShouldNotBeNull();
            note.ShouldStartWith(match.GetProperty("solution").GetString() ?? "no solution");
            note.ShouldContain(match.GetProperty("posting").GetString() ?? "no posting");
            note.ShouldContain("Ref CVS-");
            note.ShouldNotContain("@");
        }
    }

    private static async Task NobodyListensAsync(JsonElement links)
    {
        using var http = new HttpClient();
        foreach (var name in new[] { "recruiterView", "silo" })
        {
            var address = new Uri(links.GetProperty(name).GetString() ?? "");
            await Should.ThrowAsync<HttpRequestException>(() =>
                http.GetAsync(address, TestContext.Current.CancellationToken)
            );
        }
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var own = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var program = Path.Combine(own.Parent?.Parent?.FullName ?? "", "CiivSoft.Cli", own.Name, "CiivSoft.Cli.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start).ShouldNotBeNull();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException tooLong)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The demo did not end within {Limit}. It said: {await errors}", tooLong);
        }

        return (process.ExitCode, await output, await errors);
    }

    // Four in a row, below those that the system gives to outgoing connections.
    private static string FreePorts()
    {
        for (var first = 20_000 + (Environment.ProcessId % 1_000 * 10); first < 32_000; first += 4)
        {
            if (Enumerable.Range(first, 4).All(IsFree))
            {
                return first.ToString(CultureInfo.InvariantCulture);
            }
        }

        throw new InvalidOperationException("There are no four free ports in a row.");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
