namespace CiivSoft.Matching.Scoring;

/// <summary>Everything that scoring needs of one text, computed once.</summary>
internal sealed record DocumentFeatures(TermVector Terms, float[] Vector);
