using System.CommandLine;
using CiivSoft.Cli.Audits.Abuse;
using CiivSoft.Cli.Audits.Determinism;
using CiivSoft.Cli.Audits.Fairness;
using CiivSoft.Cli.Audits.Impact;

namespace CiivSoft.Cli.Audits;

/// <summary><c>ciivsoft audit</c>: whether the matching deserves trust, measured.</summary>
internal static class AuditCommand
{
    public static Command Create() =>
        new("audit", "Measures fairness, abuse, impact and determinism of the matching against their bars.")
        {
            FairnessCommand.Create(),
            AbuseCommand.Create(),
            ImpactCommand.Create(),
            DeterminismCommand.Create(),
        };
}
