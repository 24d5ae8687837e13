namespace CiivSoft.Matching.Embeddings;

/// <summary>
/// Logarithm and exponential from additions, multiplications and divisions alone, which round alike on every processor
/// and system; <see cref="Math.Log(double)"/> and <see cref="Math.Exp(double)"/> may differ in the last bit. Relative
/// error below 1e-14.
/// </summary>
internal static class StableMath
{
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const int MantissaBits = 52;
    private const int ExponentBias = 1023;
    private const int ExpTerms = 16;
    private const int LogTerms = 25;

    /// <summary>Of a positive, finite, normal number.</summary>
    public static double Log(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> MantissaBits) - ExponentBias;
        var mantissa = value / PowerOfTwo(exponent);
        if (mantissa > 4.0 / 3)
        {
            mantissa /= 2;
            exponent++;
        }
        // ln m = 2 artanh((m − 1) / (m + 1)), by its series; |x| ≤ 1/5, so the terms fall by 25 each.
        var x = (mantissa - 1) / (mantissa + 1);
        var sum = 0.0;
        for (var k = LogTerms; k >= 1; k -= 2)
        {
            sum = (sum * x * x) + (1.0 / k);
        }
        return (exponent * Ln2High) + ((2 * x * sum) + (exponent * Ln2Low));
    }

    /// <summary>Of a number between −700 and 700; what is below counts as −700.</summary>
    public static double Exp(double value)
    {
        value = Math.Max(value, -700);
        var power = Math.Floor((value / (Ln2High + Ln2Low)) + 0.5);
        var rest = value - (power * Ln2High) - (power * Ln2Low);
        var sum = 1.0;
        for (var k = ExpTerms; k >= 1; k--)
        {
            sum = 1 + (sum * rest / k);
        }
        return sum * PowerOfTwo((int)power);
    }

    private static double PowerOfTwo(int exponent) =>
        BitConverter.Int64BitsToDouble((long)(exponent + ExponentBias) << MantissaBits);
}
