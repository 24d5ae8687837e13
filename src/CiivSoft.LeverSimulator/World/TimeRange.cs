using System.Runtime.InteropServices;

namespace CiivSoft.LeverSimulator.World;

/// <param name="Start">Inclusive; null for no limit.</param>
/// <param name="End">Inclusive; null for no limit.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TimeRange(long? Start, long? End)
{
    public bool IsOpen => Start is null && End is null;

    public bool Contains(long? time) =>
        IsOpen || (time is { } at && at >= (Start ?? long.MinValue) && at <= (End ?? long.MaxValue));
}
