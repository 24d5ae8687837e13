using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.World;

/// <summary>Résumés, newest last, and attached files of one opportunity.</summary>
internal sealed record OpportunityDocuments
{
    public static readonly OpportunityDocuments Empty = new();

    public ImmutableArray<Resume> Resumes { get; init; } = [];

    public ImmutableArray<AttachedFile> Files { get; init; } = [];
}

/// <param name="Year">The calendar year.</param>
/// <param name="Month">1 to 12, or null when the résumé gives the year alone.</param>
internal sealed record ParsedDate(int Year, int? Month);

internal sealed record ParsedPosition(
    string? Org,
    string? Title,
    string? Summary,
    string? Location,
    ParsedDate? Start,
    ParsedDate? End
);

internal sealed record ParsedSchool(
    string? Org,
    string? Degree,
    string? Field,
    string? Summary,
    ParsedDate? Start,
    ParsedDate? End
);

internal sealed record ParsedResume(ImmutableArray<ParsedPosition> Positions, ImmutableArray<ParsedSchool> Schools);

/// <summary>A file as it was uploaded.</summary>
/// <param name="Name">With its extension: <c>cv.pdf</c>.</param>
/// <param name="UploadedAt">When.</param>
/// <param name="Status"><c>processing</c>, <c>processed</c>, <c>unsupported</c> or <c>error</c>; the last two cannot be downloaded.</param>
/// <param name="Content">The bytes, made or read when asked for.</param>
internal sealed record StoredFile(string Name, long UploadedAt, string Status, FileContent Content)
{
    /// <summary>In lower case, without the dot; empty when the name has none.</summary>
    public string Extension => Path.GetExtension(Name) is { Length: > 1 } dotted ? dotted[1..].ToLowerInvariant() : "";
}

/// <param name="Id">The résumé's id.</param>
/// <param name="CreatedAt">When it came.</param>
/// <param name="File">Null for a profile that is no file.</param>
/// <param name="Parsed">Null when Lever could not parse it.</param>
internal sealed record Resume(string Id, long CreatedAt, StoredFile? File, ParsedResume? Parsed);

internal sealed record AttachedFile(string Id, StoredFile File);
