using System.Globalization;

namespace CiivSoft.Cli.Audits.Reporting;

/// <summary>Figures as tables show them.</summary>
internal static class Figures
{
    public static string Write(double value, AuditUnit unit) =>
        unit switch
        {
            AuditUnit.Share => string.Create(CultureInfo.InvariantCulture, $"{100 * value:0.##} %"),
            AuditUnit.Score => string.Create(CultureInfo.InvariantCulture, $"{value:0.#####}"),
            AuditUnit.Places => string.Create(CultureInfo.InvariantCulture, $"{value:0.##}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{value:0}"),
        };

    public static string WriteInterval(AuditLine line) =>
        line.Low.Equals(line.High) ? "" : $"{Write(line.Low, line.Unit)} to {Write(line.High, line.Unit)}";
}
