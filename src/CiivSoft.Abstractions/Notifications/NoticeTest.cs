namespace CiivSoft.Abstractions.Notifications;

/// <summary>What came of a test message.</summary>
/// <param name="IsSent">Whether the other side took it.</param>
/// <param name="To">Whom it was sent to: the recipients, or the host of the webhook; null when none is set up.</param>
/// <param name="Message">What happened, with the other side's words where it did not go well.</param>
/// <param name="Remedy">What to do; null when there is nothing to do.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.NoticeTest")]
public sealed record NoticeTest(
    [property: Id(0)] bool IsSent,
    [property: Id(1)] string? To,
    [property: Id(2)] string Message,
    [property: Id(3)] string? Remedy
);
