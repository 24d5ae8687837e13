using CiivSoft.Matching.Scoring;

namespace CiivSoft.Matching.Tests.Scoring;

public sealed class TermVectorTests
{
    private static readonly TermVector Nothing = Of();

    [Fact]
    public void Without_words_nothing_is_alike()
    {
        Nothing.Likeness(Of((1, 1), (2, 1))).ShouldBe(0);
        Of((1, 1), (2, 1)).Likeness(Nothing).ShouldBe(0);
    }

    private static TermVector Of(params (uint Term, double Weight)[] terms) =>
        TermVector.Of(terms.ToDictionary(t => t.Term, t => t.Weight), (_, weight) => weight);
}
