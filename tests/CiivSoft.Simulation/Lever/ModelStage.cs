namespace CiivSoft.Simulation.Lever;

/// <summary>A stage of the pipeline.</summary>
internal sealed record ModelStage(string Id, string Text);

internal sealed class ModelPosting(string id, Trade trade, string state, long createdMs)
{
    public string Id => id;

    public Trade Trade => trade;

    public string State { get; set; } = state;

    public long CreatedMs { get; } = createdMs;

    public long UpdatedMs { get; set; } = createdMs;

    /// <summary>When lists filtered by time show the last change.</summary>
    public long ListedAt { get; set; }

    public bool IsOpen => State is "published" or "internal";
}

internal sealed class ModelContact(string id, string email, Trade trade)
{
    public string Id => id;

    public string Email => email;

    public Trade Trade => trade;

    public string Name => $"Quentin Quillfeather {id}";
}

internal sealed class ModelOpportunity(string id, string contactId, long createdMs)
{
    public string Id => id;

    public string ContactId => contactId;

    public long CreatedMs { get; } = createdMs;

    public long UpdatedMs { get; set; } = createdMs;

    public string? PostingId { get; init; }

    public string? ApplicationId { get; init; }

    public string StageId { get; set; } = "";

    public string Origin { get; init; } = "applied";

    public long? ArchivedMs { get; set; }

    public string? ArchiveReason { get; set; }

    public long? DeletedMs { get; set; }

    public bool IsAnonymized { get; set; }

    public HashSet<string> Tags { get; } = new(StringComparer.Ordinal);

    public List<string> Sources { get; } = [];

    public List<(string Stage, string User, long AtMs)> StageChanges { get; } = [];

    public List<ModelNote> Notes { get; } = [];

    /// <summary>When the résumé that came with it is there, on the time line; null when none ever is.</summary>
    public long? ResumeAt { get; set; }

    /// <summary>When lists filtered by time show the last change, on the time line.</summary>
    public long ListedAt { get; set; }

    /// <summary>When lists of a contact show it, on the time line.</summary>
    public long FoundAt { get; set; }

    /// <summary>Since when a person's act, or its posting, forbids to move it; null while it may be moved.</summary>
    public long? UnmovableSince { get; set; }

    /// <summary>Whether one of our writes made it.</summary>
    public bool IsOurs { get; init; }

    public bool IsActive => ArchivedMs is null && DeletedMs is null;
}

internal sealed record ModelNote(string Id, string Text, bool IsOurs, long At);

/// <summary>What a posting asks for and a person can do.</summary>
internal enum Trade
{
    Nurse,
    Accountant,
    Developer,
}
