namespace CiivSoft.Lever.Requests;

/// <summary>A person who is to become a lead of a posting.</summary>
/// <param name="ContactId">The person; must exist and not be anonymised.</param>
/// <param name="PostingId">The posting; must be open.</param>
/// <param name="Source">Shown as the lead's source. A constant: each new text stays in the customer's list for ever.</param>
public sealed record LeadRequest(string ContactId, string PostingId, string Source)
{
    /// <summary>Tags besides those that the lead inherits from the posting.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whether the posting's owner owns the lead. Otherwise, and when the posting has none, the service user does.</summary>
    public bool PostingOwnerAsOwner { get; init; } = true;
}
