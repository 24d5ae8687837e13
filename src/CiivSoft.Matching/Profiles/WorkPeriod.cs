using System.Runtime.InteropServices;

namespace CiivSoft.Matching.Profiles;

/// <summary>A stretch of work with its dates, in months since the year 0; the end is exclusive.</summary>
/// <param name="FirstMonth">12 × year + month - 1.</param>
/// <param name="EndMonth">The month after the last one; null for work that goes on.</param>
/// <param name="Start">Where the dates stand in the text.</param>
/// <param name="Length">Length of the dates in UTF-16 units.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WorkPeriod(int FirstMonth, int? EndMonth, int Start, int Length);
