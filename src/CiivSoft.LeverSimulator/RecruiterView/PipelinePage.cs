using System.Net;
using System.Text.RegularExpressions;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.RecruiterView;

/// <summary>One posting: its people by stage, then its text.</summary>
internal sealed partial class PipelinePage(SimulatedWorld world)
{
    private readonly PipelineReader _reader = new(world);

    public string Render(Posting posting)
    {
        var columns = _reader.Columns(posting.Id).Select(Column);
        var content = Html.Of(
            $"""
            <div class="head"><h1><bdi>{posting.Text}</bdi> <span class="state {(
                posting.IsOpen ? "open" : "shut"
            )}">{posting.State}</span></h1>
            <p class="sub"><bdi>{Facts(posting)}</bdi></p></div>
            <div class="board" tabindex="0" role="region" aria-label="Pipeline">{columns}</div>
            <details class="panel text" id="posting-text"><summary>The posting's text</summary>{Text(
                posting.Content
            )}</details>
            """
        );
        return Page.Frame(posting.Text, Html.Join([Page.Crumb("Postings", "/"), Page.Crumb(posting.Text)]), content);
    }

    private Html Column(Column column)
    {
        var now = world.Clock.Now;
        var cards = column.Cards.Select(card => CardView.Render(card, now));
        var isCut = column.Count != column.Cards.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Html.Of(
            $"""
            <section class="column {column.Kind}{(column.Cards.IsEmpty ? " none" : "")}">
            <h2><span>{column.Heading}</span><b>{column.Count}</b></h2>
            <div class="cards">{cards}{Html.If(
                isCut,
                Html.Of($"<p class=\"empty\">The newest {column.Cards.Length} are shown.</p>")
            )}</div>
            </section>
            """
        );
    }

    private string Facts(Posting posting)
    {
        string?[] parts =
        [
            posting.Categories.Department,
            posting.Categories.Team,
            posting.Categories.Location,
            posting.Categories.Commitment,
            posting.WorkplaceType == "unspecified" ? null : posting.WorkplaceType,
            posting.OwnerId is { } owner ? world.Account.FindUser(owner)?.Name : null,
        ];
        return string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    // Postings hold HTML; it is shown as the text that it says.
    private static Html Text(PostingContent content)
    {
        var lists = content.Lists.Select(list =>
            Html.Of($"<h3>{list.Text}</h3><ul>{Items(list.Content).Select(item => Html.Of($"<li>{item}</li>"))}</ul>")
        );
        return Html.Of($"<p class=\"plain\">{content.Description}</p>{lists}<p class=\"plain\">{content.Closing}</p>");
    }

    private static IEnumerable<string> Items(string html) =>
        html.Split("<li>", StringSplitOptions.RemoveEmptyEntries)
            .Select(item => WebUtility.HtmlDecode(Tag().Replace(item, "")).Trim())
            .Where(item => item.Length > 0);

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
