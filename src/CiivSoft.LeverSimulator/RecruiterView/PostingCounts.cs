namespace CiivSoft.LeverSimulator.RecruiterView;

/// <summary>Numbers as texts, with a plus sign when the reader stopped counting.</summary>
internal sealed record PostingCounts(string Leads, string New, string Screened, string InProcess, string Archived);
