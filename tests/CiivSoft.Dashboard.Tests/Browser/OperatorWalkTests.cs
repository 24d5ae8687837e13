using System.Text.Json.Nodes;
using CiivSoft.Lab.Programs;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CiivSoft.Dashboard.Tests.Browser;

/// <summary>
/// The whole way of an operator, in a browser and on a Lever of its own: connect, check, watch in shadow, go live, read a
/// decision, edit requirements, pause, undo. axe looks at every page on the way.
/// </summary>
public sealed class OperatorWalkTests(LiveSite site) : BrowserTests(site)
{
    private const string Account = "walk";
    private const string PoorKey = "walk-poor-83d1f6";
    private const string GoodKey = "walk-good-2c90ab";
    private const string MissingRight = "Find all opportunity notes";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task From_a_key_to_an_undone_move()
    {
        using var lever = await StartLeverAsync();
        var page = await Site.OpenAsync(1280, ColorScheme.Light, Cancel);
        var axe = new AxeWatch(page);

        await ConnectAsync(page, axe, lever);
        await WatchInShadowAsync(page, axe, lever);
        await GoLiveAsync(page, axe, lever);
        await ReadAndUndoAsync(page, axe);
        await EditRequirementsAsync(page, axe);
        await PauseAsync(page);

        axe.Found.ShouldBeEmpty();
    }

    private async Task<LabSimulator> StartLeverAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Site.Folder, "walk")).FullName;
        var lever = await LabSimulator.StartAsync(folder, people: 60, seed: 23, rate: 0, Cancel);
        foreach (var key in new[] { PoorKey, GoodKey })
        {
            await lever.PostAsync(
                "keys",
                new
                {
                    action = "create",
                    key,
                    profile = "all",
                    rate = 400,
                },
                Cancel
            );
        }

        await lever.PostAsync(
            "keys",
            new
            {
                action = "rights",
                key = PoorKey,
                remove = new[] { MissingRight },
            },
            Cancel
        );
        return lever;
    }

    private static async Task ConnectAsync(IPage page, AxeWatch axe, LabSimulator lever)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Connect an account" }).ClickAsync();
        await Expect(Button(page, "Check the key")).ToBeEnabledAsync();
        await axe.LookAsync("connect");
        await page.GetByLabel("Name of the account").FillAsync(Account);
        await page.GetByLabel("Where the account is").SelectOptionAsync("own");
        await page.GetByLabel("Address of the API").FillAsync(new Uri(lever.Lever, "/v1").AbsoluteUri);
        await page.GetByLabel("Id of the service user").FillAsync(lever.ServiceUser);
        await page.GetByLabel("API key").FillAsync(PoorKey);
        await Button(page, "Check the key").ClickAsync();

        await Expect(page.GetByText("1 right is missing", new() { Exact = false })).ToBeVisibleAsync();
        await Expect(page.Locator(".boxes").GetByText(MissingRight)).ToBeVisibleAsync();
        await Expect(page.GetByText("is not on the list in Lever's help article")).ToBeVisibleAsync();
        await axe.LookAsync("rights");
        await DocPictureAsync(page, "connect-rights");
        await IsNowhereAsync(page, PoorKey);

        await Button(page, "Use another key").ClickAsync();
        await page.GetByLabel("API key").FillAsync(GoodKey);
        await Button(page, "Check the key").ClickAsync();
        await Expect(page.GetByText("has every right that can be asked about")).ToBeVisibleAsync();
        await IsNowhereAsync(page, GoodKey);
        await Button(page, "Connect in shadow").ClickAsync();
        await page.WaitForURLAsync($"**/accounts/{Account}/shadow");
    }

    private async Task WatchInShadowAsync(IPage page, AxeWatch axe, LabSimulator lever)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Account", Exact = true }).ClickAsync();
        await Button(page, "Change the settings").ClickAsync();
        await page.GetByLabel("Calls to Lever each second").FillAsync("");
        await page.GetByLabel("Minutes between scans").FillAsync("2");
        await Button(page, "Save").ClickAsync();
        await Expect(page.GetByText("Calls to Lever each second must be a number from 3 to 10000.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Minutes between scans must be a number from 5 to 1440.")).ToBeVisibleAsync();
        await page.GetByLabel("Minutes between scans").FillAsync("30");
        await page.GetByLabel("Calls to Lever each second").FillAsync("200");
        await axe.LookAsync("settings");
        await Button(page, "Save").ClickAsync();
        await Expect(page.GetByText("Done: changed the settings.")).ToBeVisibleAsync();
        await UntilIdleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Shadow run" }).ClickAsync();
        await Expect(page.GetByText("FiiLTER would advance")).ToBeVisibleAsync();
        await Expect(page.Locator("section", new() { HasText = "Decisions worth reading" }).Locator("tbody tr").First)
            .ToBeVisibleAsync();
        await axe.LookAsync("shadow");
        await DocPictureAsync(page, "shadow-run");
        (await WritesAsync(lever)).ShouldBe(0);
    }

    private async Task GoLiveAsync(IPage page, AxeWatch axe, LabSimulator lever)
    {
        await Button(page, "Go live and apply shadow decisions").ClickAsync();
        await Button(page, "Go live and apply").ClickAsync();
        await Expect(page.GetByText("The account is live")).ToBeVisibleAsync();
        await page.GotoAsync(Address("/decisions?solution=Fiilter&verdict=match"));
        await UntilLiveAsync(page);
        var newest = page.Locator("tbody tr").First.GetByRole(AriaRole.Link).First;
        var before = await newest.GetAttributeAsync("href");

        await lever.ArriveAsync(new { applications = 3, quality = "strong" }, Cancel);
        await Site.Silo.PostAsync($"api/accounts/{Account}/scan", new { }, Cancel);

        await Expect(newest).Not.ToHaveAttributeAsync("href", before ?? "");
        await UntilIdleAsync();
        (await WritesAsync(lever)).ShouldBeGreaterThan(0);
        await axe.LookAsync("decisions");
        await page.GotoAsync(Site.Address.AbsoluteUri);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = Account, Exact = true })).ToBeVisibleAsync();
        await DocPictureAsync(page, "overview");
        await page.GotoAsync(Address("/decisions?solution=Fiilter&verdict=match"));
    }

    private static async Task ReadAndUndoAsync(IPage page, AxeWatch axe)
    {
        await page.Locator("tbody tr").First.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Requirement by requirement" }))
            .ToBeVisibleAsync();
        await Expect(page.Locator(".resume mark").First).ToBeVisibleAsync();
        await UntilLiveAsync(page);
        await axe.LookAsync("decision");
        await DocPictureAsync(page, "decision");

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo the move" }).ClickAsync();
        await Expect(page.GetByText("can be undone", new() { Exact = true })).ToBeVisibleAsync();
        await axe.LookAsync("undo");
        await Button(page, "Undo now").ClickAsync();
        await Button(page, "Undo").ClickAsync();
        await Expect(page.GetByText("undone", new() { Exact = true })).ToBeVisibleAsync();
    }

    private static async Task EditRequirementsAsync(IPage page, AxeWatch axe)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "The posting", Exact = true }).ClickAsync();
        await UntilLiveAsync(page);
        await Button(page, "Edit the requirements").ClickAsync();
        await axe.LookAsync("requirements");
        await Button(page, "Add a requirement").ClickAsync();
        var last = page.GetByLabel("Requirement", new() { Exact = true }).Last;
        await Expect(last).ToHaveValueAsync("");
        await last.FillAsync("Young and single");
        await Button(page, "Save the requirements").ClickAsync();
        await Expect(page.GetByText("Not saved", new() { Exact = false })).ToBeVisibleAsync();
        await Expect(page.GetByText("and is not used.", new() { Exact = false }).First).ToBeVisibleAsync();
        await axe.LookAsync("refused");

        await last.FillAsync("2+ years of bookkeeping");
        await Button(page, "Save the requirements").ClickAsync();
        await Expect(page.GetByText("Saved as version", new() { Exact = false })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "2+ years of bookkeeping" })).ToBeVisibleAsync();
        await axe.LookAsync("posting");
        await DocPictureAsync(page, "posting");
    }

    private async Task PauseAsync(IPage page)
    {
        await page.GotoAsync(Address(""));
        await UntilLiveAsync(page);
        await Button(page, "Pause everything").ClickAsync();
        await Button(page, "Pause").ClickAsync();
        await Expect(page.GetByText("paused: everything")).ToBeVisibleAsync();
        var status = await Site.Silo.GetAsync($"api/accounts/{Account}/status", Cancel);
        status["pauses"]!.AsArray().Count.ShouldBe(1);
        await Button(page, "Resume everything").ClickAsync();
        await Expect(page.GetByText("paused: everything")).Not.ToBeVisibleAsync();
    }

    // Neither what the page holds nor where it is, nor what fields say of themselves.
    private static async Task IsNowhereAsync(IPage page, string key)
    {
        page.Url.ShouldNotContain(key);
        (await page.ContentAsync()).ShouldNotContain(key);
    }

    private async Task UntilIdleAsync()
    {
        var until = TimeProvider.System.GetUtcNow() + Patience;
        JsonNode status;
        do
        {
            status = await Site.Silo.GetAsync($"api/accounts/{Account}/status", Cancel);
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, Cancel);
        } while (!IsIdle(status) && TimeProvider.System.GetUtcNow() < until);

        IsIdle(status).ShouldBeTrue(status.ToJsonString());
    }

    private static bool IsIdle(JsonNode status) =>
        status["isIdle"]!.GetValue<bool>() && status["sync"]!["isComplete"]!.GetValue<bool>();

    private static async Task<int> WritesAsync(LabSimulator lever) =>
        (await lever.GetHistoryAsync(0, Cancel)).Count(e =>
            e["kind"]!.GetValue<string>() == "request" && e["method"]!.GetValue<string>() != "GET"
        );

    private string Address(string below) => new Uri(Site.Address, $"/accounts/{Account}{below}").AbsoluteUri;

    private static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
