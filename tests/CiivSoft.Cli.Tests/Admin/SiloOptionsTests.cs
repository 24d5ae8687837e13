using CiivSoft.Cli.Admin;

namespace CiivSoft.Cli.Tests.Admin;

/// <summary>Where the token of a silo is looked for.</summary>
public sealed class SiloOptionsTests
{
    [Theory]
    [InlineData("meant\n", "own", false, "meant")]
    [InlineData("", "own", false, "own")]
    [InlineData(null, " own ", false, "own")]
    [InlineData(null, "", false, null)]
    [InlineData("meant", "own", true, null)]
    public void The_token_that_is_meant_comes_before_the_silos_own(
        string? meant,
        string? own,
        bool isFolderNamed,
        string? token
    )
    {
        var variables = new Dictionary<string, string?> { ["CIIVSOFT_TOKEN"] = meant, ["CIIVSOFT__ADMINTOKEN"] = own };

        SiloOptions.TokenAmong(variables.GetValueOrDefault, isFolderNamed).ShouldBe(token);
    }
}
