namespace CiivSoft.Cli.Terminals;

/// <summary>What a command with <c>--dry-run</c> prints as JSON.</summary>
/// <param name="IsDryRun">Always true: nothing was changed.</param>
/// <param name="Would">What would have been done, a sentence each.</param>
internal sealed record DryRun(bool IsDryRun, IReadOnlyList<string> Would);
