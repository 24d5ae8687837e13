using CiivSoft.Lab.Costs;

namespace CiivSoft.System.Tests.Faults;

/// <summary>The short form; the long one is <c>dotnet run --project tests/CiivSoft.Lab -c Release -- costs</c>.</summary>
public sealed class CostTests
{
    [Fact]
    public async Task No_event_costs_more_calls_to_Lever_than_it_may()
    {
        var costs = await new CostRun(rounds: 2, TextWriter.Null).RunAsync(TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine(CostCommand.Text(costs));
        costs.Where(c => c.Count > 0).ShouldAllBe(c => c.KeepsCalls);
        costs.Count(c => c.Count > 0).ShouldBeGreaterThanOrEqualTo(4);
    }
}
