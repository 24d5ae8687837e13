namespace CiivSoft.Storage.Notices;

/// <summary>What operators were told of already.</summary>
public sealed record NoticeWatch
{
    /// <summary>A finding's code, or the name of a value that is watched.</summary>
    public required string Code { get; init; }

    /// <summary>The value as it was told last; empty for a trouble.</summary>
    public string Value { get; init; } = "";

    /// <summary>When the occurrence began, or the value was told.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Since when a trouble is not seen any more; null while it lasts.</summary>
    public DateTimeOffset? GoneAt { get; init; }
}

/// <summary>A step of what operators were told of, with what they are told by it. Only whoever takes the step tells.</summary>
/// <param name="Code">Of the watch.</param>
/// <param name="Before">As it stands; null for none.</param>
/// <param name="After">As it is to stand; null for none.</param>
/// <param name="Notices">What is planned with it.</param>
public sealed record WatchStep(string Code, NoticeWatch? Before, NoticeWatch? After, IReadOnlyList<NoticeRow> Notices);
