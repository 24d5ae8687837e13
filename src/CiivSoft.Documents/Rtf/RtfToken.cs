using System.Runtime.InteropServices;

namespace CiivSoft.Documents.Rtf;

/// <param name="Kind">What it is.</param>
/// <param name="Word">A control word or symbol, else empty.</param>
/// <param name="Number">A control word's number, or null.</param>
/// <param name="Byte">A byte of text, else 0.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RtfToken(RtfTokenKind Kind, string Word, int? Number, byte Byte);

internal enum RtfTokenKind
{
    Open,
    Close,

    /// <summary>A control word with an optional number.</summary>
    Word,

    /// <summary>A byte of text in the code page in force.</summary>
    Byte,
}
