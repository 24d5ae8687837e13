namespace CiivSoft.Lab.Rate;

/// <summary>What an application cost on so many silos.</summary>
/// <param name="Silos">How many.</param>
/// <param name="Milliseconds">Processor time of silos and document workers, the least of the rounds.</param>
/// <param name="Calls">Calls to Lever.</param>
/// <param name="Compared">Decisions that one silo made too.</param>
/// <param name="Differ">How many of those have another posting, verdict or score, in any bit.</param>
internal sealed record SiloCost(int Silos, double Milliseconds, double Calls, int Compared, int Differ);
