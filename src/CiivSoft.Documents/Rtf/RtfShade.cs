using System.Runtime.InteropServices;
using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Rtf;

/// <summary>A shading: two places in the colour table, and how much of the one in front is painted.</summary>
/// <param name="Back">0 lets through what is below.</param>
/// <param name="Fore">0 is black.</param>
/// <param name="Share">In hundredths of a percent.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RtfShade(int Back, int Fore, int Share)
{
    private const double Whole = 10_000;

    /// <summary>The colour that is seen, or null where nothing is painted.</summary>
    public Ink? InkOf(Func<int, Ink?> colours)
    {
        var back = colours(Back);
        return Share > 0
            ? (colours(Fore) ?? Ink.FromRgb(0, 0, 0)).Over(back ?? Ink.White, Math.Min(1, Share / Whole))
            : back;
    }
}
