using CiivSoft.Matching.Evidence;

namespace CiivSoft.Matching.Notes;

/// <summary>What a note is made of. Titles and quotes may hold anything; they are cleaned when the note is written.</summary>
public sealed record NoteFacts
{
    /// <summary>Which note.</summary>
    public required NoteKind Kind { get; init; }

    /// <summary>The title of the posting that the decision is about. Empty reads as "untitled posting".</summary>
    public required string PostingTitle { get; init; }

    /// <summary>Such as "CVS-7F3K9Q2M"; the note's last line is "Ref " and this.</summary>
    public required string Reference { get; init; }

    /// <summary>What the résumé shows of this posting's requirements, in any order.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The latest job that the résumé names, as it names it; empty when none was found.</summary>
    public string LatestJob { get; init; } = "";

    /// <summary>For REFiiNE: the title of the posting that was applied for.</summary>
    public string OriginTitle { get; init; } = "";

    /// <summary>For REFiiNE: what the résumé shows of the requirements of the posting that was applied for.</summary>
    public IReadOnlyList<Finding> OriginFindings { get; init; } = [];

    /// <summary>The stage that FiiLTER advances to, as the account names it.</summary>
    public string StageName { get; init; } = "CiiVSOFT SCREENED";

    /// <summary>True when it is not known whether the person lives near enough. Leads only.</summary>
    public bool IsPlaceUnknown { get; init; }

    /// <summary>True when the right to work is not known. Leads only.</summary>
    public bool IsRightToWorkUnknown { get; init; }

    /// <summary>Things to look at before relying on the résumé, such as text pasted from the posting.</summary>
    public IReadOnlyList<string> Cautions { get; init; } = [];

    /// <summary>True when what was known of the person is erased: the note gives no reasons and says why.</summary>
    public bool IsErased { get; init; }

    /// <summary>For <see cref="NoteKind.Unreadable"/>.</summary>
    public UnreadableReason Reason { get; init; }
}
