using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.PdfFonts;

namespace CiivSoft.Documents.Pdf;

/// <summary>Whether a font says which character a code stands for.</summary>
internal static class CodeMapping
{
    /// <summary>
    /// PdfPig gives the code itself for one that it cannot map. In fonts of one-byte codes that mostly is the character;
    /// in composite fonts it is the number of a shape.
    /// </summary>
    public static bool IsMissing(IFont font, int code, string unicode) =>
        IsNoCharacter(unicode) || (unicode[0] == code && !font.TryGetUnicode(code, out _) && ReadsLongCodes(font));

    private static bool IsNoCharacter(string unicode) =>
        unicode.Length == 0 || unicode[0] is < ' ' or '\uFFFD' or (>= '\u007F' and < '\u00A0');

    private static bool ReadsLongCodes(IFont font)
    {
        using var bytes = new MemoryInputBytes(new byte[4]);
        bytes.MoveNext();
        font.ReadCharacterCode(bytes, out var length);
        return length > 1;
    }
}
