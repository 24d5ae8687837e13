using CiivSoft.Lab.Chaos;

namespace CiivSoft.System.Tests.Chaos;

/// <summary>
/// The short form of two cells; the long one, of all of them, is
/// <c>dotnet run --project tests/CiivSoft.Lab -c Release -- chaos</c>. Killed silos, a database that goes away and two clusters
/// on one database are in <c>ClusterTests</c>.
/// </summary>
public sealed class ChaosTests
{
    [Theory]
    [InlineData("backend-kills")]
    [InlineData("amnesia")]
    public async Task Nothing_is_lost_or_doubled(string cell)
    {
        var plan = new ChaosPlan
        {
            Applications = 20,
            Postings = 3,
            People = 20,
            Acts = 4,
            Lasts = TimeSpan.FromSeconds(8),
        };

        var run = new ChaosRun(plan, TextWriter.Null);
        var result = await run.RunAsync(ChaosCells.Named(cell), TestContext.Current.CancellationToken);

        Assert.SkipWhen(result.Skipped is not null, result.Skipped ?? "");
        result.Findings.ShouldBeEmpty();
        result.RecoverySeconds.ShouldNotBeNull();
        result.Figures.ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_cell_has_a_name_of_its_own_and_says_what_it_does()
    {
        ChaosCells.All.Select(c => c.Name).ShouldBeUnique();
        ChaosCells.All.ShouldAllBe(c => c.Does.Length > 20);
        Should.Throw<FormatException>(() => ChaosCells.Named("silo-kil")).Message.ShouldContain("silo-kill");
    }
}
