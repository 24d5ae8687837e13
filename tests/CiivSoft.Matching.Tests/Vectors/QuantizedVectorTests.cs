using CiivSoft.Matching.Vectors;
using FsCheck;
using FsCheck.Xunit;

namespace CiivSoft.Matching.Tests.Vectors;

public sealed class QuantizedVectorTests
{
    [Property]
    public void No_value_moves_by_more_than_half_a_step(NormalFloat[] numbers)
    {
        if (numbers is not { Length: > 0 })
        {
            return;
        }
        var vector = Array.ConvertAll(numbers, number => (float)Math.Tanh(number.Get));

        var quantized = QuantizedVector.Quantize(vector);

        for (var i = 0; i < vector.Length; i++)
        {
            (quantized.Values[i] * quantized.Scale).ShouldBe(vector[i], (quantized.Scale / 2) + 1e-6f);
        }
    }

    [Fact]
    public void The_stored_form_comes_back()
    {
        var vector = QuantizedVector.Quantize([0.5f, -1f, 0.004f]);

        var back = QuantizedVector.FromBytes(vector.ToBytes());

        back.Values.ToArray().ShouldBe([(sbyte)64, (sbyte)-127, (sbyte)1]);
        back.Scale.ShouldBe(vector.Scale);
    }

    [Fact]
    public void Zeros_have_the_scale_zero()
    {
        QuantizedVector.Quantize([0f, -0f]).Scale.ShouldBe(0);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void What_is_no_number_is_refused(float value)
    {
        Should.Throw<ArgumentException>(() => QuantizedVector.Quantize([1f, value]));
    }

    [Fact]
    public void Bytes_that_are_no_vector_are_refused()
    {
        Should.Throw<ArgumentException>(() => QuantizedVector.FromBytes([1, 2, 3, 4]));
        Should.Throw<ArgumentException>(() => QuantizedVector.FromBytes([0, 0, 0xC0, 0x7F, 1]));
        Should.Throw<ArgumentException>(() => QuantizedVector.FromBytes([0, 0, 0x80, 0xBF, 1]));
    }
}
