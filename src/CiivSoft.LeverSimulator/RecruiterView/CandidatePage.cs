using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.RecruiterView;

/// <summary>One opportunity of a person with all that is known of it.</summary>
internal sealed class CandidatePage(SimulatedWorld world)
{
    private readonly PipelineReader _reader = new(world);
    private readonly Activity _activity = new(world);

    public string Render(int number)
    {
        var opportunity = world.GetOpportunity(number);
        var contact = world.GetContact(opportunity.ContactNumber);
        var details = world.GetDetails(number, opportunity);
        var posting = opportunity.PostingId is { } id ? world.Account.FindPosting(id) : null;
        var name = Page.NameOrNone(contact.Name);
        var content = Html.Of(
            $"""
            <div class="head person">{Page.Avatar(contact.Name)}<div><h1><bdi>{name}</bdi></h1>
            <p class="sub"><bdi>{contact.Headline}</bdi></p></div>
            <p class="where"><span class="stage {_reader.KindOf(opportunity.StageId)}">{_reader.StageText(
                opportunity.StageId
            )}</span>{Page.Origin(opportunity.Sources)}{Standing(opportunity, contact)}</p></div>
            <div class="profile"><div>
            {Notes(details)}
            {ResumeView.Render(opportunity.Id.ToString(), world.GetDocuments(number, opportunity))}
            </div><aside>
            {Facts(opportunity, contact, details, posting)}
            {Others(number, opportunity)}
            {Feed(opportunity, details)}
            </aside></div>
            """
        );
        var trail = Html.Join([
            Page.Crumb("Postings", "/"),
            posting is null ? Html.Empty : Page.Crumb(posting.Text, Page.PostingAddress(posting.Id)),
            Page.Crumb(name),
        ]);
        return Page.Frame(name, trail, content);
    }

    private Html Standing(Opportunity opportunity, Contact contact)
    {
        var reason = opportunity.Archived is { } archived ? _reader.ReasonOf(archived) : "";
        return Html.Join([
            Html.If(opportunity.Archived is not null, Html.Of($"<span class=\"label\">archived: {reason}</span>")),
            Html.If(opportunity.IsConfidential, Html.Of($"<span class=\"label\">confidential</span>")),
            Html.If(contact.IsAnonymized, Html.Of($"<span class=\"label\">anonymised</span>")),
            Html.If(opportunity.SnoozedUntil > world.Clock.Now, Html.Of($"<span class=\"label\">snoozed</span>")),
        ]);
    }

    private Html Notes(OpportunityDetails details)
    {
        var notes = details.Notes.Reverse().SelectMany(note => note.Comments.Select(comment => Note(note, comment)));
        return Html.Of(
            $"""
            <section class="panel"><h2>Notes</h2>
            {Html.If(details.Notes.IsEmpty, Html.Of($"<p class=\"empty\">No notes.</p>"))}{notes}</section>
            """
        );
    }

    private Html Note(Note note, NoteComment comment) =>
        Html.Of(
            $"""
            <article class="note" data-id="{note.Id}-{When.Exactly(
                comment.CreatedAt
            )}"><header><strong><bdi>{_activity.UserName(comment.UserId) ?? "Lever"}</bdi></strong>
            {Html.If(note.IsSecret, Html.Of($"<span class=\"label\">secret</span>"))}{When.Ago(
                comment.CreatedAt,
                world.Clock.Now
            )}</header>
            <div class="plain" dir="auto">{comment.Value}</div></article>
            """
        );

    private Html Facts(Opportunity opportunity, Contact contact, OpportunityDetails details, Posting? posting)
    {
        var on = posting is null
            ? Html.Of($"no posting")
            : Html.Of($"<a href=\"{Page.PostingAddress(posting.Id)}\"><bdi>{posting.Text}</bdi></a>");
        return Html.Of(
            $"""
            <section class="panel"><h2>Details</h2><dl>
            <dt>Posting</dt><dd>{on}</dd>
            <dt>Origin</dt><dd>{opportunity.Origin}</dd>
            <dt>Sources</dt><dd><bdi>{string.Join(", ", opportunity.Sources)}</bdi></dd>
            <dt>Owner</dt><dd><bdi>{_activity.UserName(opportunity.OwnerId) ?? "nobody"}</bdi></dd>
            <dt>Location</dt><dd><bdi>{contact.Location}</bdi></dd>
            <dt>E-mail</dt><dd><bdi>{string.Join(", ", contact.Emails)}</bdi></dd>
            <dt>Telephone</dt><dd><bdi>{string.Join(", ", contact.Phones.Select(phone => phone.Value))}</bdi></dd>
            <dt>Links</dt><dd>{contact.Links.Select(Link)}</dd>
            <dt>Added</dt><dd>{When.Exactly(opportunity.CreatedAt)}</dd>
            <dt>Application</dt><dd>{details.Application?.Type ?? "none"}</dd>
            </dl><div class="tags">{opportunity.Tags.Select(tag =>
                Html.Of($"<span class=\"tag\"><bdi>{tag}</bdi></span>")
            )}</div></section>
            """
        );
    }

    // Only addresses of web pages become links; anything else stays a text.
    private static Html Link(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? Html.Of($"<a rel=\"noopener noreferrer nofollow\" href=\"{address.AbsoluteUri}\"><bdi>{link}</bdi></a> ")
            : Html.Of($"<bdi>{link}</bdi> ");

    private Html Others(int number, Opportunity opportunity)
    {
        var others = world
            .GetOpportunitiesOf(opportunity.ContactNumber)
            .Where(other => other != number)
            .Select(other => _reader.CreateCard((other, world.GetOpportunity(other))))
            .ToList();
        var cards = others.Select(card => CardView.Row(card, world.Clock.Now));
        return Html.If(
            others.Count > 0,
            Html.Of($"<section class=\"panel\"><h2>Other opportunities</h2>{cards}</section>")
        );
    }

    private Html Feed(Opportunity opportunity, OpportunityDetails details)
    {
        var lines = _activity
            .Of(opportunity, details)
            .Select(line =>
                Html.Of(
                    $"<li class=\"on-{line.Kind}\"><span><bdi>{line.User ?? "Candidate"}</bdi> {line.Text}</span> {When.Ago(line.At, world.Clock.Now)}</li>"
                )
            );
        return Html.Of($"<section class=\"panel\"><h2>Activity</h2><ol class=\"feed\">{lines}</ol></section>");
    }
}
