using CiivSoft.Abstractions;

namespace CiivSoft.Grains.Effects;

/// <summary>Constant sources and tags of what we make: a new text for each would fill the customer's lists for ever.</summary>
internal static class LeadSources
{
    public const string Arkiive = "CiiVSOFT ARKiiVE";
    public const string Refiine = "CiiVSOFT REFiiNE";

    public static string Of(Solution solution) =>
        solution switch
        {
            Solution.Arkiive => Arkiive,
            Solution.Refiine => Refiine,
            _ => throw new ArgumentOutOfRangeException(
                nameof(solution),
                solution,
                "Only ARKiiVE and REFiiNE make leads."
            ),
        };
}
