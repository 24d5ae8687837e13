using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CiivSoft.LeverSimulator.RecruiterView;
using CiivSoft.LeverSimulator.World;
using CiivSoft.LeverSimulator.Worlds;

namespace CiivSoft.LeverSimulator.Tests.RecruiterView;

public sealed class HostileTextTests
{
    private static readonly string[] Payloads =
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\"><svg onload=alert(1)>",
        "' onmouseover='alert(1)",
        "</title><script>alert(1)</script>",
        "</bdi></strong></a></main><iframe src=javascript:alert(1)>",
        "<!--<script>",
        "--><script>alert(1)</script>",
        "]]><script>alert(1)</script>",
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#60;script&#62;",
        "<a href=\"javascript:alert(1)\">here</a>",
        "<style>*{display:none}</style>",
        "<base href=//evil.example>",
        "<meta http-equiv=refresh content=0;url=//evil.example>",
        "<form action=//evil.example><input name=q>",
        "{{constructor.constructor('alert(1)')()}}",
        "${alert(1)}",
        "\u202Eevil\u202C",
        "<template><script>alert(1)</script></template>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>",
    ];

    private static readonly Func<string, string>[] Wrappings =
    [
        text => text,
        text => text.ToUpperInvariant(),
        text => "Anna " + text,
        text => text + " Smith",
        text => "\"" + text + "\"",
        text => text + text,
        text => "\r\n" + text + "\r\n",
        text => "\uD83D\uDE00" + text,
    ];

    public static IEnumerable<string> All => Payloads.SelectMany(payload => Wrappings.Select(wrap => wrap(payload)));

    [Fact]
    public void Two_hundred_payloads_change_nothing_in_the_structure_of_any_page()
    {
        All.Count().ShouldBe(200);
        var harmless = Pages("Anna").Select(Structure).ToList();
        foreach (var payload in All)
        {
            var pages = Pages(payload);
            for (var number = 0; number < pages.Count; number++)
            {
                Structure(pages[number]).ShouldBe(harmless[number], $"page {number} with {payload}");
                Handlers(pages[number]).ShouldBeEmpty(payload);
            }
        }
    }

    [Fact]
    public void A_note_is_shown_word_for_word_with_its_lines()
    {
        var text = "First line\n<b>second</b> & third\nRef CVS-1";

        Parse(Pages(text)[2]).QuerySelector(".note .plain")?.TextContent.ShouldBe(text);
    }

    [Fact]
    public void Only_addresses_of_the_web_become_links()
    {
        Addresses("javascript:alert(1)")
            .ShouldNotContain(address => address.StartsWith("javascript", StringComparison.Ordinal));
        Addresses("https://example.com/anna").ShouldContain("https://example.com/anna");
    }

    [Fact]
    public void A_posting_says_its_lists_as_text()
    {
        var page = Parse(Pages("<li onclick=alert(1)>SQL <b>well</b> &amp; Python</li>")[1]);

        page.QuerySelectorAll(".text li").Select(item => item.TextContent).ShouldBe(["SQL well & Python"]);
    }

    private static IEnumerable<string> Addresses(string link) =>
        Parse(Pages(link)[2]).QuerySelectorAll("a").Select(a => a.GetAttribute("href") ?? "");

    // The list of postings, the pipeline, the candidate, all with the text wherever people can put one.
    private static List<string> Pages(string text)
    {
        var clock = new SimulatorClock(TimeProvider.System);
        var now = clock.Now;
        var world = new SimulatedWorld(new EmptyWorld(WorldDefaults.CreateFrame(now)), clock, 1);
        var posting = new Posting
        {
            Id = "p1",
            Text = text,
            Categories = new PostingCategories
            {
                Team = text,
                Location = text,
                Department = text,
            },
            Content = new PostingContent
            {
                Description = text,
                Closing = text,
                Lists = [new PostingList(text, text)],
            },
            CreatedAt = now,
        };
        world.Account.PutPosting(posting);
        var contact = new Contact
        {
            Id = new EntityId("c1"),
            Name = text,
            Headline = text,
            Location = text,
            Emails = [text],
            Phones = [new Phone(null, text)],
            Links = [text],
        };
        var number = world.AddOpportunity(CreateOpportunity(world.AddContact(contact), text, now));
        return
        [
            new PostingsPage(world).Render(null, 0),
            new PipelinePage(world).Render(posting),
            new CandidatePage(world).Render(number),
        ];
    }

    private static Opportunity CreateOpportunity(int contact, string text, long now)
    {
        var position = new ParsedPosition(text, text, text, text, null, null);
        var file = new StoredFile(text, now, text, FileContent.Of([1]));
        var note = new Note { Id = text, Comments = [new NoteComment(text, now, null, "lead-new", text)] };
        return new Opportunity
        {
            Id = new EntityId("o1"),
            ContactNumber = contact,
            PostingId = "p1",
            StageId = WorldDefaults.ScreenedStageId,
            Tags = [text],
            Sources = [text, "CiiVSOFT REFiiNE"],
            Origin = text,
            OwnerId = text,
            CreatedAt = now,
            UpdatedAt = now,
            LastAdvancedAt = now,
            LastInteractionAt = now,
            Details = new OpportunityDetails
            {
                StageChanges = [new StageChange(WorldDefaults.ScreenedStageId, 4, now, text)],
                Application = new Application
                {
                    Id = "a1",
                    PostingId = "p1",
                    Type = text,
                },
                Notes = [note],
            },
            Documents = new OpportunityDocuments
            {
                Resumes = [new Resume(text, now, file, new ParsedResume([position], []))],
            },
        };
    }

    // Names of all elements in order. What depends on the text by right is left out: links, and the items of a posting's lists.
    private static string Structure(string page) =>
        string.Join(' ', Parse(page).All.Where(element => !IsOptional(element)).Select(element => element.LocalName));

    private static bool IsOptional(IElement element) =>
        element.LocalName == "li" && element.ParentElement?.LocalName == "ul";

    private static IEnumerable<string> Handlers(string page) =>
        Parse(page)
            .All.SelectMany(element => element.Attributes)
            .Where(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            .Select(attribute => attribute.Name);

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(string page) => new HtmlParser().ParseDocument(page);
}
