using System.Reflection;
using CiivSoft.Abstractions.Accounts;

namespace CiivSoft.Silo.Tests.Settings;

public sealed class AccountSettingsDocsTests
{
    [Fact]
    public void The_reference_describes_every_setting_of_an_account()
    {
        var page = Repository.Read("docs", "reference", "settings.md");

        Names(typeof(AccountSettings), "").ShouldAllBe(name => page.Contains($"`{name}`", StringComparison.Ordinal));
    }

    [Fact]
    public void Groups_of_settings_are_looked_into() =>
        Names(typeof(AccountSettings), "").ShouldContain("Schedule.TimeZone");

    private static IEnumerable<string> Names(Type type, string prefix) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite)
            .SelectMany(p =>
                p.PropertyType.Assembly == typeof(AccountSettings).Assembly && p.PropertyType.IsClass
                    ? Names(p.PropertyType, $"{prefix}{p.Name}.")
                    : [prefix + p.Name]
            );
}
