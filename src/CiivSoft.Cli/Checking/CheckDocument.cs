namespace CiivSoft.Cli.Checking;

/// <summary>What the check found, as one document.</summary>
/// <param name="Holds">Whether all invariants hold in all accounts.</param>
/// <param name="Accounts">Each account.</param>
internal sealed record CheckDocument(bool Holds, IReadOnlyList<CheckReport> Accounts);
