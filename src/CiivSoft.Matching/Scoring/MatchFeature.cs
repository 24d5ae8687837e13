namespace CiivSoft.Matching.Scoring;

/// <summary>One named similarity of a pair; the score never falls when it rises.</summary>
/// <param name="Name">The model's name of it, constant within a model version.</param>
/// <param name="Value">0 (nothing in common) to 1.</param>
public readonly record struct MatchFeature(string Name, double Value);
