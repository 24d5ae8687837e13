namespace CiivSoft.Cli.Checking.Recordings;

/// <summary>The simulator's world as it is now.</summary>
internal sealed record LeverWorld
{
    /// <summary>Real time, milliseconds since the Unix epoch.</summary>
    public required long Now { get; init; }

    /// <summary>How long a change may stay unseen at most, milliseconds.</summary>
    public long LateVisibilityMs { get; init; }

    public IReadOnlyList<LeverOpportunityState> Opportunities { get; init; } = [];

    public IReadOnlyList<LeverPostingState> Postings { get; init; } = [];

    public IReadOnlyList<LeverStageState> Stages { get; init; } = [];

    /// <summary>Opportunities that were deleted.</summary>
    public IReadOnlySet<string> Deleted { get; init; } = new HashSet<string>();

    public IReadOnlySet<string> Contacts { get; init; } = new HashSet<string>();

    public IReadOnlySet<string> Users { get; init; } = new HashSet<string>();
}

/// <summary>An opportunity.</summary>
internal sealed record LeverOpportunityState
{
    public required string Id { get; init; }

    public required string Contact { get; init; }

    public required string Stage { get; init; }

    /// <summary>Its application; null when it has none.</summary>
    public string? Application { get; init; }

    /// <summary>The application's posting.</summary>
    public string? Posting { get; init; }

    public bool IsArchived { get; init; }

    public bool IsAnonymized { get; init; }

    public bool IsConfidential { get; init; }

    /// <summary>Consent to store or to contact was refused.</summary>
    public bool IsConsentRefused { get; init; }

    public IReadOnlyList<string> Sources { get; init; } = [];

    public long CreatedAt { get; init; }

    public IReadOnlyList<LeverNoteState> Notes { get; init; } = [];

    /// <summary>Whose lead it is by its source; null when it is nobody's of ours.</summary>
    public string? OurSource => Sources.FirstOrDefault(Marks.IsOurSource);
}

/// <summary>A note.</summary>
/// <param name="Id">Lever's id.</param>
/// <param name="Text">All its comments.</param>
internal sealed record LeverNoteState(string Id, string Text)
{
    /// <summary>Our Ref; null when it carries none.</summary>
    public string? Ref { get; } = Marks.FindRef(Text);
}

/// <summary>A posting.</summary>
internal sealed record LeverPostingState(string Id, string State, bool IsConfidential)
{
    public bool IsOpen => State is "published" or "internal";
}

/// <summary>A stage of the pipeline.</summary>
internal sealed record LeverStageState(string Id, string Text);
