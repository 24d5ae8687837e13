namespace CiivSoft.Dashboard.Views;

/// <summary>Something that happened.</summary>
/// <param name="At">When.</param>
/// <param name="Text">What.</param>
public sealed record TimeLineEntry(DateTimeOffset At, string Text);
