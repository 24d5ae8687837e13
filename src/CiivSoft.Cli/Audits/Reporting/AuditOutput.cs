using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Audits.Reporting;

/// <summary>Writes a report in the form that was asked for.</summary>
internal static class AuditOutput
{
    /// <summary>The exit code: 1 when a must is not met.</summary>
    public static int Write(CliCall call, AuditReport report)
    {
        call.Print(report, shown => AuditScreen.Show(call.Terminal.Out, shown));
        return report.ExitCode;
    }
}
