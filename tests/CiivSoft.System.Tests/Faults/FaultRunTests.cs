using CiivSoft.Lab.Faults;

namespace CiivSoft.System.Tests.Faults;

/// <summary>The short form; the long one is <c>dotnet run --project tests/CiivSoft.Lab -c Release -- faults</c>.</summary>
public sealed class FaultRunTests
{
    [Fact]
    public async Task All_invariants_hold_while_Lever_fails_and_the_silo_is_killed()
    {
        var plan = new FaultPlan
        {
            Applications = 100,
            Postings = 6,
            People = 40,
            Kills = 2,
            Acts = 8,
            Seed = 3,
            LatestCommit = TimeSpan.FromSeconds(5),
            Grace = TimeSpan.FromSeconds(1),
        };

        var result = await new FaultRun(plan, TextWriter.Null).RunAsync(TestContext.Current.CancellationToken);

        result.Findings.ShouldBeEmpty();
        result.Kills.ShouldBe(2);
        result.Counts["faults"]!.GetValue<int>().ShouldBeGreaterThan(0);
        result.Counts["decisions"]!.GetValue<int>().ShouldBeGreaterThanOrEqualTo(plan.Applications - plan.Acts);
        result.Counts["effects"]!["Fiilter Move Done"]!.GetValue<int>().ShouldBeGreaterThan(0);
        result.Counts["effects"]!["Refiine Lead Done"]!.GetValue<int>().ShouldBeGreaterThan(0);
        result.Counts["effects"]!["Arkiive Lead Done"]!.GetValue<int>().ShouldBeGreaterThan(0);
    }
}
