using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CiivSoft.Dashboard.Tests.Browser;

/// <summary>What an operator does, in a browser.</summary>
public sealed class WalkTests(LiveSite site) : BrowserTests(site)
{
    [Fact]
    public async Task From_the_login_to_the_evidence_and_back()
    {
        var page = await Site.OpenAsync(1440, ColorScheme.Light, Cancel);
        var complaints = Complaints(page);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = LiveSite.Account, Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"Account {LiveSite.Account}" }))
            .ToBeVisibleAsync();

        await Button(page, "Pause REFiiNE").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        await Expect(page.GetByText("paused: REFiiNE")).ToBeVisibleAsync();
        await Button(page, "Resume REFiiNE").ClickAsync();
        await Expect(page.GetByText("paused: REFiiNE")).Not.ToBeVisibleAsync();

        await Button(page, "Check the key's rights").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "Find all opportunities" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Decisions", Exact = true }).ClickAsync();
        await page.GetByLabel("Verdict").SelectOptionAsync("match");
        await Button(page, "Filter").ClickAsync();
        await page.WaitForURLAsync("**verdict=match**");
        await page.Locator("tbody tr").First.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Requirement by requirement" }))
            .ToBeVisibleAsync();
        await Expect(page.Locator(".resume mark").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Activity", Exact = true }).ClickAsync();
        await Expect(page.GetByText("admin paused REFiiNE, on the dashboard.")).ToBeVisibleAsync();

        await Button(page, "Log out").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Log in" })).ToBeVisibleAsync();
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_happens_is_on_the_page_without_a_reload()
    {
        var page = await Site.OpenAsync(1440, ColorScheme.Light, Cancel);
        await page.GotoAsync(new Uri(Site.Address, $"/accounts/{LiveSite.Account}/decisions").AbsoluteUri);
        var newest = page.Locator("tbody tr").First;
        var before = await newest.GetByRole(AriaRole.Link).First.GetAttributeAsync("href");

        await Site.Lever.ArriveAsync(new { applications = 1, quality = "strong" }, Cancel);
        await Site.Silo.ScanAsync(Cancel);

        await Expect(newest.GetByRole(AriaRole.Link).First).Not.ToHaveAttributeAsync("href", before ?? "");
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_tried_again_and_given_up()
    {
        var posting = (await Site.GetDecisionsAsync(Cancel)).Select(d => d["postingId"]?.GetValue<string>()).First();
        await Site.Lever.PostAsync(
            "world/applications",
            new
            {
                posting,
                name = "Ula Unread",
                email = "ula@example.com",
                resume = new { name = "cv.pdf", text = "%PDF-1.7 torn" },
            },
            Cancel
        );
        await Site.Silo.ScanUntilIdleAsync(TimeSpan.FromMinutes(1), Cancel);
        var page = await Site.OpenAsync(1440, ColorScheme.Light, Cancel);
        await page.GotoAsync(new Uri(Site.Address, $"/accounts/{LiveSite.Account}/queue?state=not-read").AbsoluteUri);
        await UntilLiveAsync(page);
        var row = page.Locator("tbody tr").Filter(new() { HasText = "Ula Unread" });
        await Expect(row).ToContainTextAsync("cannot be read");

        await row.GetByRole(AriaRole.Checkbox).CheckAsync();
        await Button(page, "Try again").ClickAsync();
        await Expect(page.GetByText("Done: had 1 file read again.")).ToBeVisibleAsync();

        await row.GetByRole(AriaRole.Checkbox).CheckAsync();
        await Button(page, "Give up").ClickAsync();
        await page.Locator(".confirm").GetByRole(AriaRole.Button, new() { Name = "Give up" }).ClickAsync();
        await Expect(page.GetByText("Done: gave up 1 file that cannot be read.")).ToBeVisibleAsync();
        await Expect(row).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_Ref_of_a_note_leads_to_its_decision()
    {
        var decisions = await Site.GetDecisionsAsync(Cancel);
        var note = decisions
            .SelectMany(d => d["effects"]!.AsArray().Select(e => (Decision: d, Ref: e!["ref"]?.GetValue<string>())))
            .First(n => n.Ref is not null);
        var page = await Site.OpenAsync(1440, ColorScheme.Light, Cancel);

        await page.GotoAsync(new Uri(Site.Address, $"/ref/{note.Ref}").AbsoluteUri);

        page.Url.ShouldEndWith($"/decisions/{note.Decision["decisionId"]!.GetValue<string>()}");
        await Expect(page.Locator(".id").GetByText(note.Ref!)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_first_step_of_the_keyboard_leads_to_the_content_before_any_script_runs()
    {
        var page = await Site.OpenWithoutScriptsAsync(Cancel);
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" })).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(new Uri(Site.Address, "/#content").AbsoluteUri);
    }

    [Fact]
    public async Task The_theme_is_chosen_by_the_keyboard_and_stays()
    {
        var page = await Site.OpenAsync(1440, ColorScheme.Light, Cancel);
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch between light and dark" }).PressAsync("Enter");

        await page.ReloadAsync();

        (await page.GetAttributeAsync("html", "data-theme")).ShouldBe("dark");
    }

    [Fact]
    public async Task A_stranger_gets_the_login_page_and_no_more()
    {
        var page = await Site.OpenStrangerAsync();

        await page.GotoAsync(new Uri(Site.Address, $"/accounts/{LiveSite.Account}").AbsoluteUri);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Log in" })).ToBeVisibleAsync();
        (await page.ContentAsync()).ShouldNotContain("Decisions");
    }

    private static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    // What the browser refuses (a script without nonce, a style attribute) or cannot load, it says on its console.
    private static List<string> Complaints(IPage page)
    {
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add(message.Text);
            }
        };
        return complaints;
    }
}
