using System.Text;

namespace CiivSoft.LeverSimulator.Generation.Documents;

/// <summary>Capitals, digits and signs on a grid of 5 by 7 dots.</summary>
internal static class DotLetters
{
    public const int Width = 5;
    public const int Height = 7;

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,-@/:+%()&";

    // Seven rows a letter in hexadecimal; bit 4 is the left dot.
    private static readonly byte[] Rows = Convert.FromHexString(
        "0E11111F1111111E11111E11111E0E11101010110E1E11111111111E1F10101E10101F1F10101E1010100E11101711110F"
            + "1111111F1111110E04040404040E0702020202120C111214181412111010101010101F111B151511111111191513111111"
            + "0E11111111110E1E11111E1010100E11111115120D1E11111E1412110F10100E01011E1F0404040404041111111111110E"
            + "11111111110A0411111115151B1111110A040A111111110A040404041F01020408101F0E11131519110E040C040404040E"
            + "0E11010608101F1E01010E01011E02060A121F02021F101E0101110E0E10101E11110E1F0102040808080E11110E11110E"
            + "0E11110F01010E00000000000C0C000000000C04080000000E0000000E11171517100E01020204080810000C0C000C0C00"
            + "0004041F040400191A0204080B1302040808080402080402020204080C12140815120D"
    );

    /// <summary>Small letters as capitals, accents left out; empty for a blank and for what is not drawn.</summary>
    public static ReadOnlySpan<byte> Of(char letter)
    {
        var index = Letters.IndexOf(Plain(letter), StringComparison.Ordinal);
        return index < 0 ? [] : Rows.AsSpan(index * Height, Height);
    }

    // Without its accent.
    private static char Plain(char letter) =>
        char.IsAscii(letter)
            ? char.ToUpperInvariant(letter)
            : letter.ToString().Normalize(NormalizationForm.FormD).ToUpperInvariant()[0];
}
