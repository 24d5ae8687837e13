namespace CiivSoft.Lever.Tests.Support;

/// <summary>A permit that was granted, and since when its asker had waited.</summary>
internal sealed record RateGrant(TimeSpan At, TimeSpan Since, LeverPriority Priority);
