using System.Globalization;
using System.Text.Json.Nodes;
using CiivSoft.Lab.Fixtures;
using CiivSoft.Lab.Programs;
using CiivSoft.Testing;

namespace CiivSoft.System.Tests.Cluster;

/// <summary>
/// This release reads what every release since the first of them stored. To keep what this one stores:
/// <c>dotnet run --project tests/CiivSoft.Lab -c Release -- fixture schema-NNNN</c>.
/// </summary>
public sealed class StoredStateTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ciivsoft-stored-");

    public static TheoryData<string> Kept => new(StoredState.Names);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task A_silo_reads_what_an_earlier_release_stored_on_SQLite(string name)
    {
        var state = StoredState.Named(name);
        await state.RestoreSqliteAsync(Path.Combine(_folder.FullName, "data"));

        using var silo = await LabSilo.StartAsync(_folder.FullName, grace: null, Cancel);

        await ShouldTellAsync(silo, state.Expected("sqlite"));
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task A_silo_reads_what_an_earlier_release_stored_on_PostgreSQL(string name)
    {
        Assert.SkipUnless(LocalPostgres.IsInstalled, LocalPostgres.Missing);
        var state = StoredState.Named(name);
        await using var server = await LocalPostgres.StartAsync();
        var database = await server.CreateDatabaseAsync("stored");
        var data = Path.Combine(_folder.FullName, "data");
        await state.RestorePostgresAsync(server, "stored", data);

        var settings = new Dictionary<string, string> { ["CIIVSOFT__DATA"] = data, ["CIIVSOFT__POSTGRES"] = database };
        using var silo = await LabSilo.StartAsync(_folder.FullName, "silo", settings, Cancel);

        await ShouldTellAsync(silo, state.Expected("postgres"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task ShouldTellAsync(LabSilo silo, JsonNode expected)
    {
        expected["decisions"]!.AsArray().Count.ShouldBeGreaterThan(5);
        ShouldHold(await FixtureCommand.TellAsync(silo, Cancel), expected, "$");
    }

    // A later release may tell more, never less or otherwise.
    private static void ShouldHold(JsonNode? told, JsonNode? expected, string path)
    {
        switch (expected)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields)
                {
                    ShouldHold(told.ShouldNotBeNull(path)[name], value, $"{path}.{name}");
                }

                break;
            case JsonArray rows:
                told.ShouldNotBeNull(path).AsArray().Count.ShouldBe(rows.Count, path);
                for (var i = 0; i < rows.Count; i++)
                {
                    ShouldHold(told[i], rows[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"));
                }

                break;
            default:
                JsonNode.DeepEquals(told, expected).ShouldBeTrue($"{path} was {expected} and is {told}");
                break;
        }
    }
}
