namespace CiivSoft.Simulation.Tests;

public sealed class CommandTests
{
    [Fact]
    public async Task A_seed_that_holds_ends_with_its_trace_hash()
    {
        await using var output = new StringWriter();

        var code = await SimulationCommand.RunAsync(["--seed", "2"], output);

        code.ShouldBe(0);
        output.ToString().ShouldStartWith("seed 2 trace ");
    }

    [Fact]
    public async Task A_traced_seed_shows_its_events()
    {
        await using var output = new StringWriter();

        await SimulationCommand.RunAsync(["--seed", "2", "--trace"], output);

        output.ToString().ShouldContain("EffectStore.ClaimAsync before");
    }

    [Theory]
    [InlineData("--seed")]
    [InlineData("--seeds", "0")]
    [InlineData("--bug", "no-such-bug")]
    [InlineData("rubbish")]
    public async Task Arguments_that_make_no_sense_are_refused(params string[] args)
    {
        await using var output = new StringWriter();

        (await SimulationCommand.RunAsync(args, output)).ShouldBe(2);
    }
}
