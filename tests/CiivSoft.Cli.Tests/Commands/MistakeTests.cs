using CiivSoft.Cli.Help;

namespace CiivSoft.Cli.Tests.Commands;

public sealed class MistakeTests
{
    [Theory]
    [InlineData("statsu acme", "There is no command 'statsu'.", "Did you mean status?")]
    [InlineData("statu acme", "There is no command 'statu'.", "Did you mean status?")]
    [InlineData("pasue acme", "There is no command 'pasue'.", "Did you mean pause?")]
    [InlineData("dicsonnect acme", "There is no command 'dicsonnect'.", "Did you mean disconnect?")]
    [InlineData("keys roate", "There is no command 'roate'.", "Did you mean rotate?")]
    [InlineData("status acme --jsn", "There is no option --jsn here.", "Did you mean --json?")]
    [InlineData("scan acme --wiat", "There is no option --wiat here.", "Did you mean --wait?")]
    [InlineData("go-live acme --apply-shdow", "There is no option --apply-shdow here.", "Did you mean --apply-shadow?")]
    public async Task A_typo_is_named_with_what_was_meant(string line, string problem, string suggestion)
    {
        var (exitCode, output, error) = await Program.RunAsync(line.Split(' '));

        exitCode.ShouldBe(1);
        output.ShouldBeEmpty();
        error.ShouldContain(problem);
        error.ShouldContain(suggestion);
        error.ShouldContain("Help: ciivsoft ");
    }

    [Theory]
    [InlineData("xyzzy", "There is no command 'xyzzy'.")]
    [InlineData("status acme other", "'other' is more than 'status' takes.")]
    [InlineData("scan acme --frobnicate", "There is no option --frobnicate here.")]
    [InlineData("status", "Required argument missing for command: 'status'.")]
    [InlineData("connect acme", "Option '--lever' is required.")]
    public async Task What_is_like_nothing_known_is_named_without_a_guess(string line, string problem)
    {
        var (exitCode, _, error) = await Program.RunAsync(line.Split(' '));

        exitCode.ShouldBe(1);
        error.ShouldContain(problem);
        error.ShouldNotContain("Did you mean");
        error.ShouldNotContain("   at ");
    }

    [Fact]
    public void The_nearest_words_are_those_with_the_fewest_keys_wrong()
    {
        string[] words = ["scan", "status", "schema", "--server", "--scan-every"];

        Typos.Nearest("scna", words).ShouldBe(["scan"]);
        Typos.Nearest("STATUS", words).ShouldBe(["status"]);
        Typos.Nearest("--serv", words).ShouldBe(["--server"]);
        Typos.Nearest("--scan", words).ShouldBe(["--scan-every"]);
        Typos.Nearest("zzz", words).ShouldBeEmpty();
    }
}
