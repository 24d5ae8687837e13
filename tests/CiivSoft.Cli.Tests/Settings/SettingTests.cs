using CiivSoft.Cli.Settings;

namespace CiivSoft.Cli.Tests.Settings;

/// <summary>What is shown of a setting's value.</summary>
public sealed class SettingTests
{
    [Fact]
    public void Secrets_are_masked_and_nothing_else()
    {
        SettingsPage
            .All.Where(setting => setting.Mask("canary") != "canary")
            .Select(setting => setting.Variable)
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "CIIVSOFT__ADMINTOKEN",
                "CIIVSOFT__EMBEDDING__KEY",
                "CIIVSOFT__KEYS",
                "CIIVSOFT__LOGIN__CLIENTSECRET",
                "CIIVSOFT__NOTIFY__SMTP__PASSWORD",
                "CIIVSOFT__NOTIFY__WEBHOOK__SECRET",
            ]);
    }

    [Theory]
    [InlineData("CIIVSOFT__POSTGRES")]
    [InlineData("CIIVSOFT__POSTGRESOWNER")]
    public void Of_a_connection_string_the_password_is_masked(string variable)
    {
        var setting = SettingsPage.All.Single(setting => setting.Variable == variable);

        setting
            .Mask("Host=db;Username=ciivsoft;Password=canary;Pwd=canary")
            .ShouldBe("Host=db;Username=ciivsoft;Password=********;Pwd=********");
    }
}
