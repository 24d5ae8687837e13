using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace CiivSoft.Dashboard.Tests.Pages;

/// <summary>What people write into Lever reaches the pages as text and nothing else.</summary>
public sealed partial class HostileTextTests(HostileSite site) : IClassFixture<HostileSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Lists =>
        [
            "/",
            "/accounts/mine",
            "/accounts/mine/decisions",
            "/accounts/mine/postings",
            "/accounts/mine/queue?state=failed",
            "/accounts/mine/queue?state=not-read",
            "/accounts/mine/activity",
            "/accounts/mine/shadow",
        ];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Lists_show_hostile_texts_as_text(string path) => await IsInertAsync(path);

    [Fact]
    public async Task A_file_that_is_too_large_is_on_the_list_of_those_that_cannot_be_read()
    {
        var html = await IsInertAsync("/accounts/mine/queue?state=not-read");

        html.ShouldContain("too large");
        html.ShouldContain("a smaller file");
    }

    [Fact]
    public async Task A_posting_s_page_says_how_many_leads_recruiters_found_not_useful()
    {
        var html = await IsInertAsync("/accounts/mine/postings/p0");

        html.ShouldContain("1 lead in Lever; recruiters found 1 not useful: 1 by the tag CiiVSOFT not useful");
    }

    [Fact]
    public async Task Pages_of_one_decision_person_and_posting_show_hostile_texts_as_text()
    {
        for (var i = 0; i < HostileSite.Payloads.Length; i++)
        {
            foreach (var path in new[] { $"decisions/{HostileSite.Decision(i)}", $"candidates/c{i}", $"postings/p{i}" })
            {
                var html = await IsInertAsync($"/accounts/mine/{path}");
                WebUtility
                    .HtmlDecode(html)
                    .ShouldContain(HostileSite.Payloads[i].Trim().Replace("\0", "", StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [InlineData("solution", "<script>alert(1)</script>")]
    [InlineData("verdict", "\"><script>alert(1)</script>")]
    [InlineData("posting", "' OR 1=1 --")]
    [InlineData("before", "9_'; DROP TABLE decision; --")]
    [InlineData("before", "\"><script>alert(1)</script>")]
    public async Task What_stands_in_an_address_is_text_too(string name, string value) =>
        await IsInertAsync($"/accounts/mine/decisions?{name}={Uri.EscapeDataString(value)}");

    [Fact]
    public async Task A_spreadsheet_finds_no_formula_in_the_export()
    {
        using var browser = site.Client("viewer", "*");
        var csv = await browser.GetStringAsync(new Uri("/accounts/mine/activity.csv", UriKind.Relative), Cancel);

        var fields = Field().Matches(csv).Select(m => m.Groups["text"].Value).ToList();
        fields.Count.ShouldBe(9 * (HostileSite.Payloads.Length + 1));
        fields.ShouldAllBe(f => !Formula().IsMatch(f));
    }

    [Fact]
    public async Task Nothing_of_another_account_is_shown_or_found()
    {
        using var user = site.Client("admin", HostileSite.Mine);
        string[] theirs =
        [
            "/accounts/other",
            "/accounts/other/decisions",
            "/accounts/other/decisions/d0",
            "/accounts/other/candidates/c0",
            "/accounts/other/postings",
            "/accounts/other/postings/p0",
            "/accounts/other/queue",
            "/accounts/other/activity",
            "/accounts/other/shadow",
            "/connect?account=other",
            "/accounts/other/activity.csv",
            "/accounts/other/activity.jsonl",
            "/ref/CVS-other-0",
            "/accounts/nosuch/decisions",
        ];
        foreach (var path in theirs)
        {
            using var answer = await user.GetAsync(new Uri(path, UriKind.Relative), Cancel);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        using var mine = await user.GetAsync(new Uri("/ref/CVS-mine-0", UriKind.Relative), Cancel);
        mine.Headers.Location!.ToString().ShouldBe("/accounts/mine/decisions/d0");
        foreach (var path in new[] { "/", "/grains" })
        {
            var page = await user.GetStringAsync(new Uri(path, UriKind.Relative), Cancel);
            page.ShouldContain("/accounts/mine");
            page.ShouldNotContain("/accounts/other");
        }
    }

    [Fact]
    public async Task Viewers_see_no_buttons_that_change_something()
    {
        using var viewer = site.Client("viewer", "*");
        using var oper = site.Client("operator", "*");
        var path = new Uri("/accounts/mine", UriKind.Relative);

        (await oper.GetStringAsync(path, Cancel)).ShouldContain("Pause everything");
        (await viewer.GetStringAsync(path, Cancel)).ShouldNotContain("Pause everything");
    }

    [Fact]
    public async Task The_whole_text_of_a_resume_is_for_operators_and_its_quotes_for_viewers_too()
    {
        using var viewer = site.Client("viewer", "*");
        using var oper = site.Client("operator", "*");
        var path = new Uri("/accounts/mine/decisions/d24", UriKind.Relative);

        var seenByViewer = await viewer.GetStringAsync(path, Cancel);
        (await oper.GetStringAsync(path, Cancel)).ShouldContain("I wrote ");
        seenByViewer.ShouldNotContain("I wrote ");
        seenByViewer.ShouldContain("javascript:alert(1)</mark>");
    }

    private async Task<string> IsInertAsync(string path)
    {
        using var browser = site.Client("operator", "*");
        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        var html = await answer.Content.ReadAsStringAsync(Cancel);

        using var page = await new HtmlParser().ParseDocumentAsync(html, Cancel);

        // Our own two scripts, and nothing that runs by itself, by an attribute or by an address.
        page.Scripts.Select(x => x.Source?.Split('?')[0]).ShouldBe(["/assets/site.js", "/assets/blazor.web.js"], path);
        page.QuerySelectorAll("iframe, object, embed, img, style, textarea").ShouldBeEmpty(path);
        page.All.SelectMany(e => e.Attributes)
            .Where(IsDangerous)
            .Select(a => $"{a.Name}={a.Value}")
            .ShouldBeEmpty(path);
        return html;
    }

    private static bool IsDangerous(IAttr attribute) =>
        attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
        || attribute.Name == "style"
        || (
            attribute.Name is "href" or "src" or "action"
            && attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
        );

    [GeneratedRegex(
        "\"(?<text>(?:[^\"]|\"\")*)\"(?:,|\\r\\n)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Field();

    [GeneratedRegex("^\\s*[=+\\-@＝＋－＠]|^[\\t\\r\\n]", RegexOptions.NonBacktracking)]
    private static partial Regex Formula();
}
