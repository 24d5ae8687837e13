using System.Text.Json.Serialization;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Audits.Reporting;

/// <summary>What an audit found.</summary>
/// <param name="Audit">Its name: "fairness".</param>
/// <param name="Material">What it was run on.</param>
/// <param name="Model">The model's and the policy's versions.</param>
/// <param name="Tables">The figures.</param>
internal sealed record AuditReport(string Audit, string Material, string Model, IReadOnlyList<AuditTable> Tables)
{
    /// <summary>Cases to look at where a bar is missed, at most a handful.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>True when every <see cref="AuditLevel.Must"/> is met.</summary>
    public bool IsPassed => Broken.Count == 0;

    [JsonIgnore]
    public IReadOnlyList<AuditLine> Broken =>
        [.. Tables.SelectMany(table => table.Lines).Where(line => line is { Level: AuditLevel.Must, IsMet: false })];

    [JsonIgnore]
    public int ExitCode => IsPassed ? ExitCodes.Done : ExitCodes.NotDone;
}
