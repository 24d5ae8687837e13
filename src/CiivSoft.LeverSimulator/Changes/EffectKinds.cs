namespace CiivSoft.LeverSimulator.Changes;

internal static class EffectKinds
{
    public const string OpportunityCreated = "opportunity.created";
    public const string OpportunityDeleted = "opportunity.deleted";
    public const string OpportunityArchived = "opportunity.archived";
    public const string OpportunityUnarchived = "opportunity.unarchived";
    public const string OpportunityAnonymized = "opportunity.anonymized";
    public const string OpportunityConfidential = "opportunity.confidential";
    public const string OpportunitySnoozed = "opportunity.snoozed";
    public const string StageChanged = "stage.changed";
    public const string TagsAdded = "tags.added";
    public const string TagsRemoved = "tags.removed";
    public const string SourcesAdded = "sources.added";
    public const string SourcesRemoved = "sources.removed";
    public const string LinksAdded = "links.added";
    public const string LinksRemoved = "links.removed";
    public const string NoteCreated = "note.created";
    public const string NoteUpdated = "note.updated";
    public const string NoteDeleted = "note.deleted";
    public const string FileAdded = "file.added";
    public const string FileDeleted = "file.deleted";
    public const string ResumeAdded = "resume.added";
    public const string ContactCreated = "contact.created";
    public const string ContactUpdated = "contact.updated";
    public const string PostingCreated = "posting.created";
    public const string PostingUpdated = "posting.updated";

    /// <summary>Users, requisitions and their fields, webhooks, panels and other records.</summary>
    public const string RecordChanged = "record.changed";
}
