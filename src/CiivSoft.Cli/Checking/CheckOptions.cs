using CiivSoft.Storage;

namespace CiivSoft.Cli.Checking;

/// <summary>What to check.</summary>
internal sealed record CheckOptions
{
    /// <summary>The simulator's address.</summary>
    public required Uri Simulator { get; init; }

    /// <summary>Our tables.</summary>
    public required StorageOptions Storage { get; init; }

    /// <summary>Whether nothing is left to do; then whatever is unsettled is a finding.</summary>
    public bool IsAtRest { get; init; }

    /// <summary>Requests a second that the key is permitted; null for the account's own setting.</summary>
    public double? Rate { get; init; }

    /// <summary>Logs to search for keys and résumé text: a file or a folder; null for none.</summary>
    public string? Logs { get; init; }
}
