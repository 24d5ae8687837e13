namespace CiivSoft.LeverSimulator.World;

/// <summary>A stage; the account's list of them is in pipeline order.</summary>
/// <param name="Id">A word for Lever's own stages (<c>lead-new</c>), else a UUID.</param>
/// <param name="Text">What recruiters read.</param>
/// <param name="Pipeline"><c>lead</c>, <c>applicant</c>, <c>screen</c>, <c>onsite</c> or <c>offer</c>.</param>
/// <param name="Rank">The first sort key of the list of opportunities; grows along the pipeline.</param>
internal sealed record Stage(string Id, string Text, string Pipeline, double Rank);

/// <param name="Id">The reason's id.</param>
/// <param name="Text">What recruiters read.</param>
/// <param name="IsHired">True for the one reason that means the person was hired.</param>
/// <param name="IsActive">False for a reason that is no longer offered.</param>
internal sealed record ArchiveReason(string Id, string Text, bool IsHired = false, bool IsActive = true);
