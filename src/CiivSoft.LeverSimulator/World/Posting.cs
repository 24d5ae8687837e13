using System.Collections.Immutable;
using System.Text.Json;

namespace CiivSoft.LeverSimulator.World;

/// <summary>A posting. Times are milliseconds since 1970 UTC, as everywhere in the world.</summary>
internal sealed record Posting
{
    public required string Id { get; init; }

    /// <summary>The title.</summary>
    public required string Text { get; init; }

    /// <summary>One of <see cref="PostingStates"/>.</summary>
    public string State { get; init; } = PostingStates.Published;

    /// <summary>Of <c>public</c> and <c>internal</c>; answered as null unless the posting is published.</summary>
    public ImmutableArray<string> DistributionChannels { get; init; } = ["internal", "public"];

    public string? UserId { get; init; }

    public string? OwnerId { get; init; }

    public string? HiringManagerId { get; init; }

    public PostingCategories Categories { get; init; } = new();

    public ImmutableArray<string> Tags { get; init; } = [];

    public PostingContent Content { get; init; } = new();

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    public ImmutableArray<string> Followers { get; init; } = [];

    public string? ReqCode { get; init; }

    public ImmutableArray<string> RequisitionCodes { get; init; } = [];

    public bool IsConfidential { get; init; }

    public long CreatedAt { get; init; }

    public long UpdatedAt { get; init; }

    /// <summary><c>unspecified</c>, <c>onsite</c>, <c>remote</c> or <c>hybrid</c>.</summary>
    public string WorkplaceType { get; init; } = "unspecified";

    public SalaryRange? SalaryRange { get; init; }

    public string? SalaryDescription { get; init; }

    public string? SalaryDescriptionHtml { get; init; }

    /// <summary>Whether people can apply to it: published, or internal ("unlisted").</summary>
    public bool IsOpen =>
        string.Equals(State, PostingStates.Published, StringComparison.Ordinal)
        || string.Equals(State, PostingStates.Internal, StringComparison.Ordinal);

    /// <summary>The <c>opportunityLocation</c> of its opportunities.</summary>
    public string LocationText => Categories.Location is { Length: > 0 } location ? location : "unspecified";

    /// <summary>What every opportunity of this posting is tagged with, in Lever's order: title, department, team, location, commitment, own tags.</summary>
    public ImmutableArray<string> InheritedTags()
    {
        string?[] tags =
        [
            Text,
            Categories.Department,
            Categories.Team,
            Categories.Location,
            Categories.Commitment,
            .. Tags,
        ];
        return [.. tags.OfType<string>().Where(tag => tag.Length > 0).Distinct(StringComparer.Ordinal)];
    }
}

internal static class PostingStates
{
    public const string Published = "published";
    public const string Internal = "internal";
    public const string Closed = "closed";
    public const string Draft = "draft";
    public const string Pending = "pending";
    public const string Rejected = "rejected";

    public static readonly ImmutableArray<string> All = [Published, Internal, Closed, Draft, Pending, Rejected];
}

internal sealed record PostingCategories
{
    public string? Team { get; init; }

    public string? Department { get; init; }

    public string? Location { get; init; }

    public ImmutableArray<string> AllLocations { get; init; } = [];

    public string? Commitment { get; init; }

    public string? Level { get; init; }
}

/// <param name="Text">The heading.</param>
/// <param name="Content">HTML list items, <c>&lt;li&gt;…&lt;/li&gt;</c>.</param>
internal sealed record PostingList(string Text, string Content);

internal sealed record PostingContent
{
    public string Description { get; init; } = "";

    public string DescriptionHtml { get; init; } = "";

    public ImmutableArray<PostingList> Lists { get; init; } = [];

    public string Closing { get; init; } = "";

    public string ClosingHtml { get; init; } = "";

    /// <summary>An array as Lever sends it; null when the posting asks nothing of its own.</summary>
    public JsonElement? CustomQuestions { get; init; }
}

internal sealed record SalaryRange(decimal Min, decimal Max, string Currency, string Interval);
