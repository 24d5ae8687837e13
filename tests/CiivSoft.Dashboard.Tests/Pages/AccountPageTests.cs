using CiivSoft.Dashboard.Tests.Hosting;

namespace CiivSoft.Dashboard.Tests.Pages;

public sealed class AccountPageTests(DashboardHost host) : IClassFixture<DashboardHost>
{
    private const string Alone = "alone";

    [Theory]
    [InlineData(TestAccountGrain.SecondInstallation, "operator", true)]
    [InlineData(TestAccountGrain.SecondInstallation, "viewer", false)]
    [InlineData(Alone, "operator", false)]
    public async Task An_operator_says_by_a_button_that_the_other_installation_is_stopped(
        string account,
        string role,
        bool hasButton
    )
    {
        // Both before the first page: which accounts there are is read at most every two seconds.
        await host.ConnectAsync(TestAccountGrain.SecondInstallation);
        await host.ConnectAsync(Alone);
        using var browser = host.Client(role, "*");

        var html = await browser.GetStringAsync(
            new Uri($"/accounts/{account}", UriKind.Relative),
            TestContext.Current.CancellationToken
        );

        html.ShouldContain("What is decided is written to Lever.");
        html.Contains("The other installation is stopped", StringComparison.Ordinal).ShouldBe(hasButton);
    }
}
