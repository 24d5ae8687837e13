using CiivSoft.Dashboard.Access;

namespace CiivSoft.Dashboard.Tests.Access;

public sealed class LoginDocsTests
{
    [Fact]
    public void The_reference_describes_every_setting_of_the_login()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "CiivSoft.Orleans.sln")))
        {
            root = root.Parent.ShouldNotBeNull();
        }

        var page = File.ReadAllText(Path.Combine(root.FullName, "docs", "reference", "settings.md"));
        var names = typeof(LoginOptions)
            .GetProperties()
            .Where(p => p.CanWrite)
            .Select(p => $"`CIIVSOFT__LOGIN__{p.Name.ToUpperInvariant()}`")
            .ToList();

        names.Count.ShouldBe(9);
        names.ShouldAllBe(name => page.Contains(name, StringComparison.Ordinal));
    }
}
