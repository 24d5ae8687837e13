namespace CiivSoft.Cli.Replays;

/// <summary>How far FiiLTER and recruiters agree at a bar.</summary>
/// <param name="Bar">Who scores at least this much passes.</param>
/// <param name="Passing">The share of all applications that passes.</param>
/// <param name="Precision">Of those who pass, the share that recruiters advanced; null when nobody passes.</param>
/// <param name="Recall">Of those whom recruiters advanced, the share that passes.</param>
internal sealed record Agreement(double Bar, double Passing, double? Precision, double Recall);
