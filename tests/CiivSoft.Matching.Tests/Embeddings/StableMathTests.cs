using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Matching.Tests.Embeddings;

public sealed class StableMathTests
{
    [Fact]
    public void Log_agrees_with_the_library()
    {
        for (var value = 1e-8; value < 1e9; value *= 1.07)
        {
            StableMath.Log(value).ShouldBe(Math.Log(value), 1e-14 * Math.Max(1, Math.Abs(Math.Log(value))));
        }
        StableMath.Log(1).ShouldBe(0);
    }

    [Fact]
    public void Exp_agrees_with_the_library()
    {
        for (var value = -30.0; value < 30; value += 0.037)
        {
            StableMath.Exp(value).ShouldBe(Math.Exp(value), 1e-14 * Math.Exp(value));
        }
        StableMath.Exp(0).ShouldBe(1);
        StableMath.Exp(double.NegativeInfinity).ShouldBeInRange(0, 1e-300);
    }
}
