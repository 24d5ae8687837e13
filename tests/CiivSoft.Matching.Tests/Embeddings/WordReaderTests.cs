using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Matching.Tests.Embeddings;

public sealed class WordReaderTests
{
    [Theory]
    [InlineData("Senior C++ and C# developer (F#, .NET)", "senior c++ and c# developer f# net")]
    [InlineData("24/7 on-call; driver's licence", "24 7 on call driver s licence")]
    [InlineData("#1 +44 100%", "1 44 100")]
    [InlineData("ÄRZTIN Développeur 看護師", "ärztin développeur 看護師")]
    [InlineData("co­oper​ate cafe\u0301s", "cooperate cafes")]
    [InlineData("\0\t\r\n \uD800 😀", "")]
    [InlineData("", "")]
    public void Splits_a_text_into_lower_case_words(string text, string words)
    {
        string.Join(' ', Read(text)).ShouldBe(words);
    }

    [Fact]
    public void Words_of_more_than_64_characters_are_skipped()
    {
        Read($"a {new string('x', 64)} {new string('y', 65)} {new string('z', 1_000_000)} b")
            .ShouldBe(["a", new string('x', 64), "b"]);
    }

    private static List<string> Read(string text)
    {
        var found = new List<string>();
        var words = new WordReader(text, stackalloc char[WordReader.LongestWord]);
        while (words.MoveNext())
        {
            found.Add(words.Current.ToString());
        }
        return found;
    }
}
