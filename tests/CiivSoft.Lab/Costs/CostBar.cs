namespace CiivSoft.Lab.Costs;

/// <summary>What one kind of event may cost at most, and what it cannot cost less than.</summary>
/// <param name="Calls">Calls to Lever.</param>
/// <param name="Floor">Calls to Lever that no way of working avoids.</param>
/// <param name="Commits">Commits of the database.</param>
/// <param name="GrainCalls">Calls of grains.</param>
internal sealed record CostBar(double Calls, double Floor, double Commits, double GrainCalls);
