namespace CiivSoft.LeverSimulator.RecruiterView;

/// <summary>Shows an opportunity in a column or a short list.</summary>
internal static class CardView
{
    public static Html Render(Card card, long now)
    {
        var opportunity = card.Opportunity;
        var id = opportunity.Id.ToString();
        var at = opportunity.Archived?.At ?? opportunity.LastAdvancedAt;
        return Html.Of(
            $"""
            <a class="card" href="{Page.CandidateAddress(id)}" data-id="{id}">
            {Page.Avatar(card.Contact.Name)}
            <span class="who"><strong><bdi>{Page.NameOrNone(
                card.Contact.Name
            )}</bdi></strong><span class="sub"><bdi>{card.Contact.Headline}</bdi></span></span>
            <span class="meta">{Page.Origin(opportunity.Sources)}{Labels(card)}{When.Ago(at, now)}</span>
            </a>
            """
        );
    }

    /// <summary>With the posting instead of the headline.</summary>
    public static Html Row(Card card, long now)
    {
        var id = card.Opportunity.Id.ToString();
        return Html.Of(
            $"""
            <a class="card flat" href="{Page.CandidateAddress(id)}" data-id="{id}">
            {Page.Avatar(card.Contact.Name)}
            <span class="who"><strong><bdi>{Page.NameOrNone(
                card.Contact.Name
            )}</bdi></strong><span class="sub"><bdi>{card.Posting?.Text}</bdi></span></span>
            <span class="meta">{Page.Origin(card.Opportunity.Sources)}{When.Ago(
                card.Opportunity.LastAdvancedAt,
                now
            )}</span>
            </a>
            """
        );
    }

    private static Html Labels(Card card)
    {
        var notes = card.Notes == 1 ? "1 note" : $"{card.Notes} notes";
        return Html.Join([
            Html.If(card.Notes > 0, Html.Of($"<span class=\"label\">{notes}</span>")),
            Html.If(card.Opportunity.IsConfidential, Html.Of($"<span class=\"label\">confidential</span>")),
            Html.If(card.ArchiveReason is not null, Html.Of($"<span class=\"label\">{card.ArchiveReason}</span>")),
        ]);
    }
}
