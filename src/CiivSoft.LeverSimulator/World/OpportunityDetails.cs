using System.Collections.Immutable;
using System.Text.Json;

namespace CiivSoft.LeverSimulator.World;

/// <summary>What of an opportunity no list filters by. Cheap to make: a list page needs it for each of its rows.</summary>
internal sealed record OpportunityDetails
{
    public static readonly OpportunityDetails Empty = new();

    public ImmutableArray<StageChange> StageChanges { get; init; } = [];

    public ImmutableArray<string> Followers { get; init; } = [];

    /// <summary>Null when the opportunity is on no posting.</summary>
    public Application? Application { get; init; }

    /// <summary>Oldest first.</summary>
    public ImmutableArray<Note> Notes { get; init; } = [];

    /// <summary>Forms, referrals, offers, panels and interviews under those names, as Lever sends them.</summary>
    public ImmutableDictionary<string, ImmutableArray<JsonElement>> Records { get; init; } =
        ImmutableDictionary<string, ImmutableArray<JsonElement>>.Empty;
}

/// <param name="ToStageId">The stage reached.</param>
/// <param name="ToStageIndex">Its place in the pipeline at that time, from 0.</param>
/// <param name="UpdatedAt">When.</param>
/// <param name="UserId">Null when the system did it, as when a candidate applies.</param>
internal sealed record StageChange(string ToStageId, int ToStageIndex, long UpdatedAt, string? UserId);

/// <summary>How a person came onto a posting.</summary>
internal sealed record Application
{
    public required string Id { get; init; }

    /// <summary><c>posting</c> (applied), <c>user</c> (added by a user or the API) or <c>referral</c>.</summary>
    public string Type { get; init; } = "posting";

    public required string PostingId { get; init; }

    public string? PostingOwner { get; init; }

    public string? PostingHiringManager { get; init; }

    /// <summary>Name, company, e-mail, comments and phone are null for type <c>user</c>.</summary>
    public string? Name { get; init; }

    public string? Company { get; init; }

    public string? Email { get; init; }

    public string? Comments { get; init; }

    public Phone? Phone { get; init; }

    public ImmutableArray<string> Links { get; init; } = [];

    /// <summary>Type <c>user</c>: who added it. Type <c>referral</c>: who referred.</summary>
    public string? UserId { get; init; }

    /// <summary>An array as Lever sends it.</summary>
    public JsonElement? CustomQuestions { get; init; }

    public long CreatedAt { get; init; }

    /// <summary>An object as Lever sends it, set by a hire on a requisition.</summary>
    public JsonElement? RequisitionForHire { get; init; }
}

internal sealed record NoteComment(string Value, long CreatedAt, int? Score, string StageId, string? UserId);

internal sealed record Note
{
    public required string Id { get; init; }

    /// <summary>The thread; the first is the note itself.</summary>
    public required ImmutableArray<NoteComment> Comments { get; init; }

    public string? UserId { get; init; }

    public bool IsSecret { get; init; }

    public long CreatedAt { get; init; }

    public long CompletedAt { get; init; }

    /// <summary>False for a note written in Lever's own pages; the API may not change those.</summary>
    public bool IsMadeByApi { get; init; }
}
