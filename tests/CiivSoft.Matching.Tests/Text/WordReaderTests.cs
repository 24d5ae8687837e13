using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Tests.Text;

public sealed class WordReaderTests
{
    [Theory]
    [InlineData("C# and C++ since 2019, x86", "c#|c++|x86")]
    [InlineData("The nurse's ward", "nurse|ward")]
    [InlineData("401(k) 24/7", "k")]
    [InlineData("ÜBER Straße", "über|straße")]
    [InlineData("", "")]
    public void Words_hold_a_letter_and_are_no_stop_words(string text, string words) =>
        Read(text).ShouldBe(words.Split('|', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Endless_runs_are_no_words() => Read(new string('a', 10_000) + " nurse").ShouldBe(["nurse"]);

    [Fact]
    public void The_longest_word_is_whole() => Read(new string('a', 40)).ShouldBe([new string('a', 40)]);

    private static List<string> Read(string text)
    {
        var words = new List<string>();
        var reader = new WordReader(text);
        while (reader.MoveNext())
        {
            words.Add(reader.Current);
        }

        return words;
    }
}
