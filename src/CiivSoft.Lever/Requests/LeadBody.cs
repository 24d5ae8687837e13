namespace CiivSoft.Lever.Requests;

/// <summary>Makes a lead. There is deliberately no field for a name, address or number of the person.</summary>
internal sealed record LeadBody(
    string Contact,
    IReadOnlyList<string> Postings,
    string Stage,
    string Origin,
    IReadOnlyList<string> Sources,
    IReadOnlyList<string> Tags
);

internal sealed record StageBody(string Stage);

/// <summary>A note without a score: that would look like a person's judgement.</summary>
internal sealed record NoteBody(string Value, bool Secret, bool NotifyFollowers);

internal sealed record TagsBody(IReadOnlyList<string> Tags);

/// <summary>Archives with a reason. There is no form of it without one, which would bring back what is archived.</summary>
internal sealed record ArchiveBody(string Reason);
