using System.Text.Json.Nodes;
using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Fixtures;

/// <summary>The command <c>fixture NAME</c>: runs this release on a small made-up world and keeps what it stored.</summary>
internal static class FixtureCommand
{
    private const double Rate = 200;
    private const int People = 12;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        if (arguments is not [var name])
        {
            await Console.Error.WriteLineAsync("Usage: fixture NAME, such as schema-0004");
            return 2;
        }

        var state = StoredState.Named(name);
        await InFolderAsync(folder => KeepSqliteAsync(state, folder));
        await InFolderAsync(folder => KeepPostgresAsync(state, folder));
        await Console.Error.WriteLineAsync($"Kept {name} in {StoredState.Root}.");
        return 0;
    }

    private static async Task KeepSqliteAsync(StoredState state, string folder)
    {
        using var lever = await LabSimulator.StartAsync(folder, People, seed: 4, Rate, CancellationToken.None);
        using var silo = await LabSilo.StartAsync(folder, Grace, CancellationToken.None);
        var expected = await WorkAsync(lever, silo);
        await silo.TerminateAsync(CancellationToken.None);
        await state.KeepSqliteAsync(Path.Combine(folder, "data"), expected);
    }

    private static async Task KeepPostgresAsync(StoredState state, string folder)
    {
        using var lever = await LabSimulator.StartAsync(folder, People, seed: 4, Rate, CancellationToken.None);
        await using var cluster = await LabCluster.StartAsync(folder, silos: 1, Grace, CancellationToken.None);
        var expected = await WorkAsync(lever, cluster.Dashboard);
        await cluster.Silos[0].TerminateAsync(CancellationToken.None);
        await state.KeepPostgresAsync(cluster, expected);
    }

    private static async Task<JsonNode> WorkAsync(LabSimulator lever, LabSilo silo)
    {
        await silo.ConnectAsync(lever, Rate, CancellationToken.None);
        await silo.ScanUntilIdleAsync(Patience, CancellationToken.None);
        await lever.ArriveAsync(new { postings = 2, applications = 6 }, CancellationToken.None);
        await silo.ScanUntilIdleAsync(Patience, CancellationToken.None);
        return await TellAsync(silo, CancellationToken.None);
    }

    /// <summary>What the admin API tells of what is stored: not of what is running.</summary>
    public static async Task<JsonNode> TellAsync(LabSilo silo, CancellationToken cancellationToken)
    {
        var status = await silo.GetStatusAsync(cancellationToken);
        var told = new JsonObject();
        foreach (var name in new[] { "account", "mode", "settings", "sync", "effects", "known" })
        {
            told[name] = status[name]!.DeepClone();
        }

        told["decisions"] = (await silo.GetDecisionsAsync(cancellationToken)).DeepClone();
        return told;
    }

    private static async Task InFolderAsync(Func<string, Task> work)
    {
        var folder = Directory.CreateTempSubdirectory("ciivsoft-fixture-");
        try
        {
            await work(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
