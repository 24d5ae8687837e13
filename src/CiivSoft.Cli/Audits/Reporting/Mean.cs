using System.Runtime.InteropServices;

namespace CiivSoft.Cli.Audits.Reporting;

/// <summary>A mean with its 95 % interval by the normal approximation.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Mean(double Value, double Low, double High, int Count)
{
    private const double Z = 1.959964;

    public static Mean Of(IReadOnlyCollection<double> values)
    {
        if (values.Count == 0)
        {
            return new Mean(0, 0, 0, 0);
        }

        var mean = values.Average();
        var variance = values.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, values.Count - 1);
        var reach = Z * Math.Sqrt(variance / values.Count);
        return new Mean(mean, mean - reach, mean + reach, values.Count);
    }
}
