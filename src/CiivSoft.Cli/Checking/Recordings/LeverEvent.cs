using System.Text.Json;

namespace CiivSoft.Cli.Checking.Recordings;

/// <summary>A line of the simulator's history. Times are real ones, milliseconds since the Unix epoch.</summary>
internal sealed record LeverEvent
{
    public const string Request = "request";
    public const string LateCommit = "commit";
    public const string Act = "act";

    public long Seq { get; init; }

    /// <summary><see cref="Request"/>, <see cref="LateCommit"/> or <see cref="Act"/>.</summary>
    public string Kind { get; init; } = Request;

    /// <summary>For a late commit, the request's number.</summary>
    public long? Of { get; init; }

    public long ReceivedAtReal { get; init; }

    /// <summary>Null when nothing was carried out.</summary>
    public long? CommittedAtReal { get; init; }

    /// <summary>The simulator's name of the API key; null for acts and for unknown keys.</summary>
    public string? Key { get; init; }

    public string Method { get; init; } = "GET";

    /// <summary>Without <c>/v1</c>.</summary>
    public string Path { get; init; } = "";

    /// <summary>Method and template; null when the path is none of Lever's.</summary>
    public string? Route { get; init; }

    public string? Query { get; init; }

    public JsonElement? Body { get; init; }

    public int? Status { get; init; }

    /// <summary>The fault that the simulator was told to play; null for none.</summary>
    public string? Fault { get; init; }

    public bool AnswerLost { get; init; }

    public IReadOnlyList<LeverChange> Effects { get; init; } = [];

    public bool IsRequest => Kind == Request;

    public bool IsWrite => IsRequest && Method is not ("GET" or "HEAD");

    /// <summary>The first path segments: <c>opportunities</c>, an id, …</summary>
    public string[] Segments => Path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A text of the body; null when there is none.</summary>
    public string? BodyText(string name) =>
        Body is { ValueKind: JsonValueKind.Object } body
        && body.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>The first posting of a body that names postings; null when there is none.</summary>
    public string? BodyPosting => BodyTexts("postings") is [var first, ..] ? first : null;

    /// <summary>The texts of an array in the body.</summary>
    public IReadOnlyList<string> BodyTexts(string name) =>
        Body is { ValueKind: JsonValueKind.Object } body
        && body.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)]
            : [];
}

/// <summary>What a line of the history changed in Lever.</summary>
internal sealed record LeverChange
{
    public const string Created = "opportunity.created";
    public const string Deleted = "opportunity.deleted";
    public const string Archived = "opportunity.archived";
    public const string Unarchived = "opportunity.unarchived";
    public const string Anonymized = "opportunity.anonymized";
    public const string StageChanged = "stage.changed";
    public const string TagsAdded = "tags.added";
    public const string TagsRemoved = "tags.removed";
    public const string NoteCreated = "note.created";
    public const string PostingCreated = "posting.created";
    public const string PostingUpdated = "posting.updated";

    public string Kind { get; init; } = "";

    public string? Opportunity { get; init; }

    public string? Contact { get; init; }

    public string? Posting { get; init; }

    public string? Note { get; init; }

    public string? Record { get; init; }

    /// <summary>Stage or state before.</summary>
    public string? From { get; init; }

    /// <summary>Stage or state after.</summary>
    public string? To { get; init; }

    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Every id that it names.</summary>
    public IEnumerable<string> Ids => new[] { Opportunity, Contact, Posting, Note, Record }.OfType<string>();
}
