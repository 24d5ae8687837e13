using System.Runtime.InteropServices;

namespace CiivSoft.Matching.Text;

/// <summary>A stretch of a text.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextSpan(int Start, int Length)
{
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text.Slice(Start, Length);
}
