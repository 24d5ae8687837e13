using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.RecruiterView;

/// <summary>The postings with how many people are where, and what came in last.</summary>
internal sealed class PostingsPage(SimulatedWorld world)
{
    private const int PageSize = 60;
    private const int LatestCount = 8;
    private readonly PipelineReader _reader = new(world);

    /// <param name="state">Only postings in this state; null for the open ones first, then the others.</param>
    /// <param name="page">From 0.</param>
    public string Render(string? state, int page)
    {
        var all = world.Account.Postings;
        var chosen = all.Where(posting =>
                state is null || string.Equals(posting.State, state, StringComparison.Ordinal)
            )
            .OrderByDescending(posting => posting.IsOpen)
            .ThenByDescending(posting => posting.CreatedAt)
            .ThenBy(posting => posting.Id, StringComparer.Ordinal)
            .ToList();
        var open = all.Count(posting => posting.IsOpen);
        var rows = chosen.Skip(page * PageSize).Take(PageSize).Select(Row);
        var content = Html.Of(
            $"""
            <div class="head"><h1>Postings</h1><p class="sub">{open} open · {all.Count} in all · {world.OpportunityCount} opportunities · {world.ContactCount} people</p></div>
            {Filters(all, state)}
            <div class="home">
            <section class="list" aria-label="Postings">{rows}{Pages(chosen.Count, state, page)}</section>
            <aside>{Latest("Latest leads from CiiVSOFT", _reader.NewestLeads(LatestCount))}{Latest(
                "Latest screened",
                _reader.NewestScreened(LatestCount)
            )}</aside>
            </div>
            """
        );
        return Page.Frame("Postings", Page.Crumb("Postings"), content);
    }

    private static Html Filters(IReadOnlyCollection<Posting> all, string? state)
    {
        var states = PostingStates.All.Where(name =>
            all.Any(posting => string.Equals(posting.State, name, StringComparison.Ordinal))
        );
        var links = states.Select(name =>
            Filter(name, "/?state=" + name, string.Equals(name, state, StringComparison.Ordinal))
        );
        return Html.Of($"<div class=\"filters\">{Filter("all", "/", state is null)}{links}</div>");
    }

    private static Html Filter(string text, string address, bool isChosen) =>
        isChosen
            ? Html.Of($"<a class=\"chip on\" aria-current=\"page\" href=\"{address}\">{text}</a>")
            : Html.Of($"<a class=\"chip\" href=\"{address}\">{text}</a>");

    private Html Row(Posting posting)
    {
        var counts = _reader.Count(posting.Id);
        return Html.Of(
            $"""
            <a class="posting" href="{Page.PostingAddress(posting.Id)}" data-id="{posting.Id}">
            <span class="what"><strong><bdi>{posting.Text}</bdi></strong>
            <span class="sub"><bdi>{Place(posting)}</bdi> · {When.Ago(posting.CreatedAt, world.Clock.Now)}</span></span>
            <span class="state {StateClass(posting)}">{posting.State}</span>
            <span class="counts">{Number("Leads", counts.Leads)}{Number("New", counts.New)}{Number(
                "Screened",
                counts.Screened
            )}{Number("In process", counts.InProcess)}{Number("Archived", counts.Archived)}</span>
            </a>
            """
        );
    }

    private static Html Number(string text, string count) =>
        count == "0"
            ? Html.Of($"<span class=\"n zero\"><b>{count}</b>{text}</span>")
            : Html.Of($"<span class=\"n\"><b>{count}</b>{text}</span>");

    private static string StateClass(Posting posting) => posting.IsOpen ? "open" : "shut";

    private static string Place(Posting posting)
    {
        string?[] parts = [posting.Categories.Department, posting.Categories.Team, posting.Categories.Location];
        return string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static Html Pages(int count, string? state, int page)
    {
        var filter = state is null ? "" : $"&state={Uri.EscapeDataString(state)}";
        var before = Html.If(page > 0, Html.Of($"<a href=\"/?page={page - 1}{filter}\">Newer</a>"));
        var after = Html.If((page + 1) * PageSize < count, Html.Of($"<a href=\"/?page={page + 1}{filter}\">Older</a>"));
        return Html.Of($"<div class=\"pages\">{before}{after}</div>");
    }

    private Html Latest(string heading, IReadOnlyList<Card> cards) =>
        Html.Of(
            $"""
            <section class="panel"><h2>{heading}</h2>
            {Html.If(cards.Count == 0, Html.Of($"<p class=\"empty\">Nobody yet.</p>"))}
            {cards.Select(card => CardView.Row(card, world.Clock.Now))}</section>
            """
        );
}
