using CiivSoft.Abstractions.Accounts;

namespace CiivSoft.Grains.Accounts;

/// <summary>The ranges of an account's settings.</summary>
internal static class AccountSettingsRules
{
    // The person, the posting and the lead itself are three calls within Freshness.Limit, with one of somebody else's between.
    private const double FewestCalls = 3;

    private static readonly TimeSpan ShortestScan = TimeSpan.FromMinutes(5);

    /// <exception cref="ArgumentException">A setting is out of its range; the message names it and both values.</exception>
    public static void Check(AccountSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Require(
            settings.ScanEvery >= ShortestScan,
            $"ScanEvery ({settings.ScanEvery}) must be at least {ShortestScan}."
        );
        Require(settings.ScanEvery <= TimeSpan.FromDays(1), $"ScanEvery ({settings.ScanEvery}) must be at most a day.");
        Require(
            settings.LeadsPerPosting is >= 0 and <= 50,
            $"LeadsPerPosting ({settings.LeadsPerPosting}) must be 0 to 50."
        );
        Require(settings.LeadsPerApplication is 1, $"LeadsPerApplication ({settings.LeadsPerApplication}) must be 1.");
        Require(
            settings.LeadsPerPerson is >= 1 and <= 20,
            $"LeadsPerPerson ({settings.LeadsPerPerson}) must be 1 to 20."
        );
        Require(
            settings.KeepAfterDisconnect >= TimeSpan.FromDays(1),
            $"KeepAfterDisconnect ({settings.KeepAfterDisconnect}) must be at least a day."
        );
        Require(!string.IsNullOrWhiteSpace(settings.ScreenedStage), "ScreenedStage must name a stage.");
        Require(
            settings.CallsPerSecond is >= FewestCalls and <= 10_000,
            $"CallsPerSecond ({settings.CallsPerSecond}) must be {FewestCalls} to 10000: with fewer a lead is never written while what was read for it is fresh."
        );
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new ArgumentException(message, paramName: null);
        }
    }
}
