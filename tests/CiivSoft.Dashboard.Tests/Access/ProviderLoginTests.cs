using System.Diagnostics.CodeAnalysis;
using System.Net;
using CiivSoft.Dashboard.Tests.Hosting;
using Microsoft.AspNetCore.Routing;

namespace CiivSoft.Dashboard.Tests.Access;

/// <summary>The whole way through a provider, as a browser goes it.</summary>
public sealed class ProviderLoginTests(ProviderSite site) : IClassFixture<ProviderSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_user_of_the_provider_sees_the_accounts_of_the_claim()
    {
        site.Be(("preferred_username", "ada"), ("roles", "ciivsoft-viewer"), ("ciivsoft_accounts", "mine"));
        using var browser = Browser();

        var page = await browser.GetStringAsync(
            new Uri("/login/provider?returnUrl=%2Fgrains", UriKind.Relative),
            Cancel
        );

        page.ShouldContain("<h1>Grain activity</h1>");
        page.ShouldContain("<span class=\"name\">ada</span>");
        page.ShouldContain("/accounts/mine");
        page.ShouldNotContain("/accounts/other");
    }

    [Fact]
    public async Task Who_has_no_role_is_told_and_stays_outside()
    {
        site.Be(("roles", "something-else"));
        using var browser = Browser();

        var page = await browser.GetStringAsync(new Uri("/login/provider", UriKind.Relative), Cancel);
        var inside = await browser.GetStringAsync(new Uri("/", UriKind.Relative), Cancel);

        page.ShouldContain("You may not see this");
        inside.ShouldContain("<h1>Log in</h1>");
    }

    [Fact]
    public async Task A_forged_answer_of_the_provider_opens_nothing()
    {
        using var browser = Browser();

        var page = await browser.GetStringAsync(new Uri("/login/openid?code=x&state=y", UriKind.Relative), Cancel);

        page.ShouldContain("did not succeed");
    }

    [Fact]
    public void The_way_to_the_provider_is_the_one_more_public_address()
    {
        var paths = site.Get<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null)
            .Select(e => e.RoutePattern.RawText);

        paths.ShouldContain("/login/provider");
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The client disposes of its handler.")]
    private HttpClient Browser() =>
        new(new SocketsHttpHandler { CookieContainer = new CookieContainer() }, disposeHandler: true)
        {
            BaseAddress = site.Address,
        };
}

/// <summary>The dashboard with a provider.</summary>
public sealed class ProviderSite : DashboardHost
{
    private FakeProvider? _provider;

    protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
        [new("CiivSoft:Login:Authority", Provider.Address), new("CiivSoft:Login:ClientId", FakeProvider.ClientId)];

    private FakeProvider Provider => _provider ?? throw new InvalidOperationException("The provider was not started.");

    /// <summary>Whom the provider lets in next.</summary>
    public void Be(params (string Name, string Value)[] claims)
    {
        Provider.Claims.Clear();
        foreach (var (name, value) in claims)
        {
            Provider.Claims[name] = value;
        }
    }

    protected override async Task BeginAsync() => _provider = await FakeProvider.StartAsync();

    protected override async Task SeedAsync()
    {
        await ConnectAsync("mine");
        await ConnectAsync("other");
    }

    protected override ValueTask EndAsync() => _provider?.DisposeAsync() ?? ValueTask.CompletedTask;
}
