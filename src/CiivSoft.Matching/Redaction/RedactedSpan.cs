using System.Runtime.InteropServices;

namespace CiivSoft.Matching.Redaction;

/// <summary>One removed stretch of the original text, in UTF-16 units.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RedactedSpan(RedactionKind Kind, int Start, int Length)
{
    /// <summary>The first position after the stretch.</summary>
    public int End => Start + Length;
}
