using System.Net;
using System.Text.RegularExpressions;
using CiivSoft.Dashboard.Tests.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace CiivSoft.Dashboard.Tests.Access;

public sealed partial class EndpointTests(DashboardHost host) : IClassFixture<DashboardHost>
{
    /// <summary>All that answers without a login. Whoever adds a line here says why in the change.</summary>
    private static readonly string[] Public =
    [
        "/assets/{name}",
        "/health/live",
        "/health/ready",
        "/health/startup",
        "/login",
        "/login/denied",
        "/login/ticket",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IEnumerable<RouteEndpoint> Endpoints => host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    [Fact]
    public void Every_endpoint_carries_a_policy_or_stands_on_the_public_list()
    {
        var open = Endpoints
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(PathOf)
            .Distinct()
            .Order(StringComparer.Ordinal);
        var bare = Endpoints
            .Where(e =>
                e.Metadata.GetMetadata<IAllowAnonymous>() is null
                && e.Metadata.GetMetadata<AuthorizationPolicy>() is null
                && e.Metadata.GetOrderedMetadata<IAuthorizeData>().All(a => a.Policy is null)
            )
            .Select(e => e.DisplayName);

        Endpoints.Count().ShouldBeGreaterThan(30);
        open.ShouldBe(Public);
        bare.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_login_no_other_endpoint_answers()
    {
        using var stranger = host.Client();
        foreach (var path in Endpoints.Select(PathOf).Distinct().Except(Public))
        {
            var filled = Parameter().Replace(path, "x");
            using var answer = await stranger.GetAsync(new Uri(filled, UriKind.Relative), Cancel);

            var isShut =
                answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.MethodNotAllowed
                || answer.Headers.Location?.ToString().Contains("/login", StringComparison.Ordinal) == true;
            isShut.ShouldBeTrue($"{path} answered {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("viewer", "/", true)]
    [InlineData("viewer", "/dashboard/", false)]
    [InlineData("operator", "/dashboard/", false)]
    [InlineData("admin", "/dashboard/", true)]
    [InlineData("viewer", "/connect", false)]
    [InlineData("operator", "/connect", false)]
    [InlineData("admin", "/connect", true)]
    [InlineData("stranger", "/", false)]
    public async Task Roles_open_what_they_should_and_no_more(string role, string path, bool isOpen)
    {
        using var user = host.Client(role, "*");
        using var answer = await user.GetAsync(new Uri(path, UriKind.Relative), Cancel);

        if (isOpen)
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        else
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            answer.Headers.Location!.ToString().ShouldContain("/login/denied");
        }
    }

    [Theory]
    [InlineData("admin", null)]
    [InlineData(null, "wrong")]
    public async Task The_admin_API_takes_the_bearer_token_alone(string? cookieOf, string? bearer)
    {
        using var user = host.Client(cookieOf, "*");
        if (bearer is not null)
        {
            user.DefaultRequestHeaders.Authorization = new("Bearer", bearer);
        }

        using var answer = await user.GetAsync(new Uri("/api/accounts", UriKind.Relative), Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [GeneratedRegex("\\{[^}]*\\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();

    private static string PathOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');
}
