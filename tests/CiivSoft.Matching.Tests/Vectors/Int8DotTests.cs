using System.Runtime.Intrinsics.X86;
using CiivSoft.Matching.Vectors;

namespace CiivSoft.Matching.Tests.Vectors;

public sealed class Int8DotTests
{
    private const int Width = 96;
    private const int Rows = 50;

    [Fact]
    public void Every_kernel_gives_the_same_integers()
    {
        var (rows, query) = Random(new Random(3));
        var expected = new int[Rows];
        Int8Dot.ScoreScalar(rows, query, expected);

        var dots = new int[Rows];
        Int8Dot.ScoreVector128(in rows[0], in query[0], Width, dots);
        dots.ShouldBe(expected);
        if (Avx2.IsSupported)
        {
            Int8Dot.ScoreAvx2(in rows[0], in query[0], Width, dots);
            dots.ShouldBe(expected);
        }
        if (Avx512BW.IsSupported)
        {
            Int8Dot.ScoreAvx512(in rows[0], in query[0], Width, dots);
            dots.ShouldBe(expected);
        }
        Int8Dot.Score(rows, query, dots);
        dots.ShouldBe(expected);
    }

    [Fact]
    public void The_largest_values_do_not_overflow()
    {
        var rows = Enumerable.Repeat((sbyte)-127, Width).ToArray();
        var query = Enumerable.Repeat((short)-127, Width).ToArray();
        var dots = new int[1];

        Int8Dot.ScoreVector128(in rows[0], in query[0], Width, dots);
        dots.ShouldBe([127 * 127 * Width]);
        Int8Dot.Score(rows, query, dots);
        dots.ShouldBe([127 * 127 * Width]);
    }

    [Fact]
    public void Rows_that_are_too_short_are_refused()
    {
        Should.Throw<ArgumentException>(() => Int8Dot.Score(new sbyte[63], new short[32], new int[2]));
        Should.Throw<ArgumentException>(() => Int8Dot.Score(new sbyte[64], new short[31], new int[2]));
    }

    private static (sbyte[] Rows, short[] Query) Random(Random random)
    {
        var rows = new sbyte[Rows * Width];
        var query = new short[Width];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = (sbyte)random.Next(-127, 128);
        }
        for (var i = 0; i < query.Length; i++)
        {
            query[i] = (short)random.Next(-127, 128);
        }
        return (rows, query);
    }
}
