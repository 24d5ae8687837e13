using CiivSoft.Abstractions.Accounts;
using CiivSoft.Matching;
using CiivSoft.Matching.Scoring;

namespace CiivSoft.Grains.Switches;

/// <summary>The bar of each solution: the account's own, else the model's.</summary>
internal static class Bars
{
    public static double Arkiive(IMatchingEngine engine, AccountSettings settings) =>
        settings.Bars.Arkiive ?? engine.ArkiiveCut;

    public static double Fiilter(IMatchingEngine engine, AccountSettings settings) =>
        settings.Bars.Fiilter ?? engine.FiilterCut;

    /// <summary>It takes the best of many, so an own bar rises with their number as the model's does.</summary>
    public static double Refiine(IMatchingEngine engine, AccountSettings settings, int openPostings) =>
        settings.Bars.Refiine is { } own
            ? Math.Min(SolutionBars.Most, own + (engine.RefiineCut(openPostings) - engine.RefiineCut(1)))
            : engine.RefiineCut(openPostings);

    /// <summary>At or above the bar; never without a credential that the posting requires, however low the bar is set.</summary>
    public static bool Reaches(this MatchScore score, double bar) =>
        score is MatchScore.Judgeable { MissingCredentials.Count: 0 } && score.Value >= bar;
}
