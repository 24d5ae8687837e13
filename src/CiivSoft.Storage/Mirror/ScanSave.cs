using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Work;

namespace CiivSoft.Storage.Mirror;

/// <summary>What one page of a scan changes, saved in one transaction.</summary>
public sealed record ScanSave
{
    /// <summary>Rows to insert or replace.</summary>
    public IReadOnlyList<OpportunityRow> Opportunities { get; init; } = [];

    /// <summary>Contacts seen for the first time; of a known contact only person key, <see cref="ContactRow.PersonJson"/> and country are replaced.</summary>
    public IReadOnlyList<ContactRow> Contacts { get; init; } = [];

    /// <summary>Rows to insert or replace.</summary>
    public IReadOnlyList<PostingRow> Postings { get; init; } = [];

    /// <summary>Postings that changed and are open: leads and moves that came to nothing because they were closed are planned again.</summary>
    public IReadOnlyList<string> OpenPostings { get; init; } = [];

    /// <summary>Work to add; for work that is already queued see <see cref="WorkItem"/>.</summary>
    public IReadOnlyList<WorkItem> Work { get; init; } = [];

    /// <summary>Lines of the activity log.</summary>
    public IReadOnlyList<ActivityRow> Activity { get; init; } = [];

    /// <summary>Whether there is nothing to save, so that no commit is needed.</summary>
    public bool IsEmpty => Opportunities.Count + Contacts.Count + Postings.Count + Work.Count + Activity.Count == 0;
}
