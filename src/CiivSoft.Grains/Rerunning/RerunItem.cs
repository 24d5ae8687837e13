using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Work;

namespace CiivSoft.Grains.Rerunning;

/// <summary>The queued wish to decide an application again: it is gone once the new decision is committed.</summary>
internal static class RerunItem
{
    private const char Separator = '/';

    public static WorkItem Of(OpportunityRow application, string applicationId, DateTimeOffset now) =>
        new()
        {
            Kind = WorkKind.Rerun,
            Id = IdOf(application.ContactId, applicationId),
            Priority = WorkPriority.NewPosting,
            NewestMs = now.ToUnixTimeMilliseconds(),
        };

    public static string IdOf(string contactId, string applicationId) => $"{contactId}{Separator}{applicationId}";

    /// <summary>Contact and application; null when the id is none of a rerun.</summary>
    public static (string ContactId, string ApplicationId)? Parse(string id) =>
        id.IndexOf(Separator, StringComparison.Ordinal) is var at and > 0 ? (id[..at], id[(at + 1)..]) : null;
}
