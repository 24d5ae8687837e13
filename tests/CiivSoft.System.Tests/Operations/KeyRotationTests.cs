using System.Text.Json.Nodes;
using CiivSoft.Lab.Programs;

namespace CiivSoft.System.Tests.Operations;

/// <summary>docs/how-to/rotate-keys.md on a silo that works meanwhile, through the command line.</summary>
public sealed class KeyRotationTests : IDisposable
{
    private const double Rate = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ciivsoft-rotation-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Keys => Path.Combine(_folder.FullName, "data", "keys");

    [Fact]
    public async Task The_first_key_is_replaced_and_removed_while_the_silo_works()
    {
        using var lever = await LabSimulator.StartAsync(_folder.FullName, people: 30, seed: 31, Rate, Cancel);
        using var silo = await LabSilo.StartAsync(_folder.FullName, TimeSpan.FromSeconds(1), Cancel);
        await silo.ConnectAsync(lever, Rate, Cancel);
        await lever.ArriveAsync(new { postings = 1, applications = 10 }, Cancel);
        await silo.ScanAsync(Cancel);

        (await KeysAsync(silo, "rotate")).Code.ShouldBe(0);
        (await KeysAsync(silo, "remove", "1")).Code.ShouldBe(6, "it still seals values");
        await silo.ScanUntilIdleAsync(Patience, Cancel);
        await WaitUntilRemovableAsync(silo);
        (await KeysAsync(silo, "remove", "1")).Code.ShouldBe(0);
        Directory.GetFiles(Keys).Select(Path.GetFileName).Order().ShouldContain("0001.roots");
        File.Exists(Path.Combine(Keys, "0001.key")).ShouldBeFalse();

        await silo.KillAsync();
        await silo.StartAgainAsync(Cancel);
        await lever.ArriveAsync(new { postings = 1, applications = 5 }, Cancel);
        await silo.ScanUntilIdleAsync(Patience, Cancel);

        var report = await LabCheck.RunAsync(_folder.FullName, lever, Rate, Cancel);
        report["accounts"]![0]!["findings"]!.AsArray().Select(f => f!.ToJsonString()).ShouldBeEmpty();
        report["accounts"]![0]!["counts"]!["decisions"]!.GetValue<int>().ShouldBeGreaterThan(15);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task WaitUntilRemovableAsync(LabSilo silo)
    {
        var until = TimeProvider.System.GetUtcNow() + Patience;
        var last = "";
        while (TimeProvider.System.GetUtcNow() < until)
        {
            last = (await KeysAsync(silo, "--json")).Output;
            if (
                JsonNode
                    .Parse(last)!
                    .AsArray()
                    .Any(k => k!["id"]!.GetValue<int>() == 1 && k["mayBeRemoved"]!.GetValue<bool>())
            )
            {
                return;
            }

            await Task.Delay(AskAgain, TimeProvider.System, Cancel);
        }

        throw new TimeoutException($"Key 1 still may not be removed: {last}");
    }

    private async Task<(int Code, string Output)> KeysAsync(LabSilo silo, params string[] arguments)
    {
        using var cli = LabProcess.Start(
            "CiivSoft.Cli",
            ["keys", .. arguments, "--server", silo.Address.AbsoluteUri],
            Path.Combine(_folder.FullName, "cli.log"),
            new Dictionary<string, string> { ["CIIVSOFT_TOKEN"] = silo.Token }
        );
        var code = await cli.WaitAsync(Cancel);
        return (code, cli.Output);
    }
}
