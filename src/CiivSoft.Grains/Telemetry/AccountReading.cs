using CiivSoft.Abstractions.Accounts;

namespace CiivSoft.Grains.Telemetry;

/// <summary>What an account tells the metrics of its silo at every beat.</summary>
/// <param name="Connection">Whether Lever accepts the key.</param>
/// <param name="ScanDueAt">When the scan that was not finished since is or was due; null where none is scheduled.</param>
/// <param name="Findings">Kinds of what needs a person, one for each finding.</param>
/// <param name="CallsPerSecond">The rate permitted now.</param>
/// <param name="CallsWaiting">Calls that wait for a permit.</param>
internal sealed record AccountReading(
    ConnectionStatus Connection,
    DateTimeOffset? ScanDueAt,
    IReadOnlyList<string> Findings,
    double CallsPerSecond,
    int CallsWaiting
);
