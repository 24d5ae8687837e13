using CiivSoft.Abstractions.Accounts;
using CiivSoft.Lever.Rates;

namespace CiivSoft.Grains.Accounts;

/// <summary>The rate budget that an account's settings ask for.</summary>
internal static class RateBudgets
{
    // One percent below what is allowed, so that clocks may differ.
    private const double Share = 0.99;

    public static RateBudgetOptions For(AccountSettings settings) =>
        new()
        {
            Ceiling = settings.CallsPerSecond * Share,
            Floor = Math.Min(1, settings.CallsPerSecond * Share / 2),
            // From the floor back to the ceiling in about 100 seconds, whatever the ceiling is.
            Recovery = settings.CallsPerSecond / 100,
            // Half of Lever's bucket: a second in which nobody asks, since all are busy with something else, is not lost.
            Burst = (int)Math.Clamp(settings.CallsPerSecond, 1, 100),
            BurstAtStart = (int)Math.Clamp(settings.CallsPerSecond / 2, 1, 50),
        };
}
