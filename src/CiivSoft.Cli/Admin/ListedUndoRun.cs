namespace CiivSoft.Cli.Admin;

/// <summary>A run that can be undone as a whole.</summary>
/// <param name="Run">Its name, for <c>ciivsoft undo run</c>.</param>
/// <param name="At">When it was.</param>
/// <param name="Leads">Leads of a run of ARKiiVE; null for a scan.</param>
internal sealed record ListedUndoRun(string Run, DateTimeOffset At, int? Leads);
