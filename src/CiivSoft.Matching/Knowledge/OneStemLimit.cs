namespace CiivSoft.Matching.Knowledge;

/// <summary>
/// No single stem carries an agreement of texts: many words have a second sense, and a second stem that agrees by
/// chance too is rare.
/// </summary>
internal static class OneStemLimit
{
    /// <summary>The sum with its strongest part cut to so many times the rest of it; never falls when a part rises.</summary>
    /// <param name="sum">Of parts that are not negative.</param>
    /// <param name="strongest">The greatest part.</param>
    /// <param name="strongestToRest">How much the strongest part may count for each unit of the rest.</param>
    public static double Apply(double sum, double strongest, double strongestToRest) =>
        Math.Min(sum, (1 + strongestToRest) * Math.Max(0, sum - strongest));
}
