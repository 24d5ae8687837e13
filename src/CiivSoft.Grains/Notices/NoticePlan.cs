using System.Collections.Immutable;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Notifications.Messages;
using CiivSoft.Storage.Notices;

namespace CiivSoft.Grains.Notices;

/// <summary>A step of what operators were told of.</summary>
/// <param name="Code">Of the watch.</param>
/// <param name="Before">As it stands; null for none.</param>
/// <param name="After">As it is to stand; null for none.</param>
/// <param name="Topic">What they are told by it; null for nothing.</param>
internal sealed record NoticePlan(string Code, NoticeWatch? Before, NoticeWatch? After, NoticeTopic? Topic);

/// <summary>What operators are told.</summary>
internal abstract record NoticeTopic
{
    private NoticeTopic() { }

    /// <summary>Something needs a person.</summary>
    public sealed record Trouble(Finding Finding) : NoticeTopic;

    /// <summary>Values are others than they were told last.</summary>
    public sealed record Changed(ImmutableArray<NoticeChange> Changes) : NoticeTopic;

    /// <summary>What happened in that time.</summary>
    public sealed record Digest(DateTimeOffset From, DateTimeOffset To) : NoticeTopic;
}
