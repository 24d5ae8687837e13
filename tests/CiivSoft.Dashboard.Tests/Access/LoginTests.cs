using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CiivSoft.Dashboard.Access;
using CiivSoft.Dashboard.Tests.Hosting;

namespace CiivSoft.Dashboard.Tests.Access;

public sealed partial class LoginTests(DashboardHost host) : IClassFixture<DashboardHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_logs_in_once()
    {
        var link = await LinkAsync();
        using var browser = host.Client();

        using var first = await browser.GetAsync(link, Cancel);
        using var second = await browser.GetAsync(link, Cancel);

        first.Headers.Location!.ToString().ShouldBe("/");
        var cookie = first
            .Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("ciivsoft=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        second.Headers.Location!.ToString().ShouldBe("/login?problem=link");
        second.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task The_cookie_of_a_link_opens_the_pages()
    {
        using var browser = host.Client();
        using var login = await browser.GetAsync(await LinkAsync(), Cancel);
        var cookie = login.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        browser.DefaultRequestHeaders.Add("Cookie", cookie);

        var page = await browser.GetStringAsync(new Uri("/", UriKind.Relative), Cancel);

        page.ShouldContain("<h1>Overview</h1>");
    }

    [Fact]
    public async Task Buttons_cannot_be_pressed_until_the_page_is_connected_and_those_of_the_login_at_once()
    {
        using var browser = host.Client("admin", "*");
        using var nobody = host.Client();

        var page = await browser.GetStringAsync(new Uri("/", UriKind.Relative), Cancel);
        var login = await nobody.GetStringAsync(new Uri("/login", UriKind.Relative), Cancel);

        page.ShouldContain(" data-connecting");
        login.ShouldContain("<main");
        login.ShouldNotContain(" data-connecting");
    }

    [Fact]
    public async Task Who_logs_out_needs_the_page_s_own_token_for_it()
    {
        using var browser = host.Client("admin", "*");

        using var forged = await browser.PostAsync(new Uri("/logout", UriKind.Relative), null, Cancel);

        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_cookie_does_not_outlive_the_logout()
    {
        using var browser = host.Client();
        using var login = await browser.GetAsync(await LinkAsync(), Cancel);
        var cookie = login.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        browser.DefaultRequestHeaders.Add("Cookie", cookie);
        using var page = await browser.GetAsync(new Uri("/", UriKind.Relative), Cancel);
        var antiforgery = page.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var token = Token().Match(await page.Content.ReadAsStringAsync(Cancel)).Groups["token"].Value;

        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        using var logout = new HttpRequestMessage(HttpMethod.Post, "/logout") { Content = form };
        logout.Headers.Add("Cookie", $"{cookie}; {antiforgery}");
        browser.DefaultRequestHeaders.Remove("Cookie");
        using var loggedOut = await browser.SendAsync(logout, Cancel);
        browser.DefaultRequestHeaders.Add("Cookie", cookie);
        using var copied = await browser.GetAsync(new Uri("/", UriKind.Relative), Cancel);

        loggedOut.Headers.Location!.ToString().ShouldBe("/login");
        copied.Headers.Location!.PathAndQuery.ShouldStartWith("/login");
    }

    [Theory]
    [InlineData("/accounts/acme/decisions?solution=Fiilter", "/accounts/acme/decisions?solution=Fiilter")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/a\r\nSet-Cookie: x", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void After_a_login_nobody_is_sent_elsewhere(string? asked, string sent) =>
        LoginEndpoints.Local(asked).ShouldBe(sent);

    [Fact]
    public async Task Every_page_s_scripts_need_the_nonce_of_that_very_answer()
    {
        using var browser = host.Client("viewer", "*");
        using var first = await browser.GetAsync(new Uri("/", UriKind.Relative), Cancel);
        using var second = await browser.GetAsync(new Uri("/", UriKind.Relative), Cancel);

        var policy = first.Headers.GetValues("Content-Security-Policy").First();
        var nonce = Nonce().Match(policy).Groups["nonce"].Value;
        nonce.ShouldNotBeEmpty();
        second.Headers.GetValues("Content-Security-Policy").First().ShouldNotContain(nonce);
        policy.ShouldNotContain("unsafe");
        policy.ShouldContain("frame-ancestors 'none'");
        var html = WebUtility.HtmlDecode(await first.Content.ReadAsStringAsync(Cancel));
        var scripts = Script().Matches(html);
        scripts.Count.ShouldBe(2);
        scripts.ShouldAllBe(s => s.Value.Contains($"nonce=\"{nonce}\"", StringComparison.Ordinal));
        html.ShouldNotContain(" style=");
        first.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        first.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    private async Task<Uri> LinkAsync()
    {
        using var cli = host.Client();
        cli.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", DashboardHost.Token);
        using var answer = await cli.PostAsync(new Uri("/api/login-links", UriKind.Relative), null, Cancel);
        answer.EnsureSuccessStatusCode();
        var link = await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel);
        return new Uri(link!["url"]!.GetValue<string>());
    }

    [GeneratedRegex("'nonce-(?<nonce>[^']+)'", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Nonce();

    [GeneratedRegex(
        "__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Token();

    [GeneratedRegex("<script[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Script();
}
