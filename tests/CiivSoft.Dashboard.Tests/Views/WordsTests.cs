using CiivSoft.Dashboard.Views;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Dashboard.Tests.Views;

public sealed class WordsTests
{
    [Fact]
    public void Each_state_of_a_résumé_has_words_of_its_own()
    {
        var states = Enum.GetValues<ResumeStatus>();
        var words = states.Select(Words.Resume).ToList();

        words.Distinct().Count().ShouldBe(words.Count);
        words.ShouldBeSubsetOf(words.Except(states.Select(s => s.ToString())));
    }
}
