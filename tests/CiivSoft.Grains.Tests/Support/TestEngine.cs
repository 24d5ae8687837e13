using CiivSoft.Matching;

namespace CiivSoft.Grains.Tests.Support;

/// <summary>The shipped model, loaded once for all tests.</summary>
internal static class TestEngine
{
    public static MatchingEngine Value { get; } = MatchingEngine.LoadDefault();
}
