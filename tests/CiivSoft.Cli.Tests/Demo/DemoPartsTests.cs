using CiivSoft.Cli.Demo;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Tests.Demo;

public sealed class DemoPartsTests
{
    [Fact]
    public void Ports_are_the_default_ones_where_they_are_free() =>
        DemoPorts.Choose(null, new HashSet<int>()).ShouldBe(new DemoPorts(8080));

    [Fact]
    public void Ports_move_up_where_one_of_the_four_is_taken() =>
        DemoPorts.Choose(null, new HashSet<int> { 8083, 8090 }).ShouldBe(new DemoPorts(8100));

    [Fact]
    public void Ports_that_were_asked_for_are_never_replaced()
    {
        var taken = Should.Throw<CliException>(() => DemoPorts.Choose(9000, new HashSet<int> { 9003 }));

        taken.ExitCode.ShouldBe(2);
        taken.Message.ShouldBe("Of the ports 9000 to 9003, at least one is taken.");
    }

    [Fact]
    public void A_folder_that_no_demo_made_is_left_alone()
    {
        var folder = Directory.CreateTempSubdirectory("ciivsoft-demo-test-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "ciivsoft.db"), "somebody's accounts");

            var refused = Should.Throw<CliException>(() => DemoFolder.Open(folder.FullName));

            refused.ExitCode.ShouldBe(6);
            folder.GetFiles().Select(f => f.Name).ShouldBe(["ciivsoft.db"]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_folder_of_an_earlier_demo_is_used_again_and_kept()
    {
        var parent = Directory.CreateTempSubdirectory("ciivsoft-demo-test-");
        try
        {
            var path = Path.Combine(parent.FullName, "new");
            DemoFolder.Open(path).Dispose();
            File.WriteAllText(Path.Combine(path, "ciivsoft.db"), "made-up people");

            DemoFolder.Open(path).Dispose();

            File.Exists(Path.Combine(path, "ciivsoft.db")).ShouldBeTrue();
        }
        finally
        {
            parent.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_folder_that_nobody_named_is_removed_at_the_end()
    {
        var folder = DemoFolder.Open(null);
        Directory.Exists(folder.Path).ShouldBeTrue();

        folder.Dispose();

        Directory.Exists(folder.Path).ShouldBeFalse();
    }

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("5m", 300)]
    [InlineData("1.5h", 5400)]
    [InlineData("1d", 86400)]
    public void Times_are_read_with_their_unit(string text, double seconds) =>
        Times.ParseDuration(text).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("-5m")]
    [InlineData("5 minutes")]
    [InlineData("1e9d")]
    [InlineData("99999999999999999999h")]
    public void What_is_no_time_is_refused(string text) => Times.ParseDuration(text).ShouldBeNull();
}
