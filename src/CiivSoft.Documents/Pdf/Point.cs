using System.Runtime.InteropServices;

namespace CiivSoft.Documents.Pdf;

/// <summary>A place on the page as it is seen, in points.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Point(double X, double Y);
