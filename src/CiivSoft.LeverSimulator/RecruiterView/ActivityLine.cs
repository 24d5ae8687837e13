namespace CiivSoft.LeverSimulator.RecruiterView;

/// <summary>A line of the activity feed.</summary>
/// <param name="At">Milliseconds.</param>
/// <param name="Kind">For its sign: <c>created</c>, <c>stage</c>, <c>note</c> or <c>archived</c>.</param>
/// <param name="Text">What happened.</param>
/// <param name="User">Who did it; null for the system.</param>
internal sealed record ActivityLine(long At, string Kind, string Text, string? User);
