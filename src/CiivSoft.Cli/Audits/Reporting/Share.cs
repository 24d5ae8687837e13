using System.Runtime.InteropServices;

namespace CiivSoft.Cli.Audits.Reporting;

/// <summary>So many out of so many, with Wilson's 95 % interval.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Share(long Count, long Of)
{
    private const double Z = 1.959964;

    public double Value => Of == 0 ? 0 : (double)Count / Of;

    public double Low => Bound(-1);

    public double High => Bound(1);

    private double Bound(int side)
    {
        if (Of == 0)
        {
            return side < 0 ? 0 : 1;
        }

        var (p, n) = (Value, (double)Of);
        var middle = p + (Z * Z / (2 * n));
        var reach = Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
        return Math.Clamp((middle + (side * reach)) / (1 + (Z * Z / n)), 0, 1);
    }
}
