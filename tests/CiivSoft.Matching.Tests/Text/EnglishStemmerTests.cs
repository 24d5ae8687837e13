using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Tests.Text;

public sealed class EnglishStemmerTests
{
    [Theory]
    [InlineData("is", "is")]
    [InlineData("caresses", "caress")]
    [InlineData("ties", "tie")]
    [InlineData("cries", "cri")]
    [InlineData("gas", "gas")]
    [InlineData("gaps", "gap")]
    [InlineData("kiwis", "kiwi")]
    [InlineData("business", "busi")]
    [InlineData("nurse's", "nurs")]
    [InlineData("agreed", "agre")]
    [InlineData("feed", "feed")]
    [InlineData("planned", "plan")]
    [InlineData("hoping", "hope")]
    [InlineData("hopping", "hop")]
    [InlineData("luxuriating", "luxuri")]
    [InlineData("adding", "add")]
    [InlineData("falling", "fall")]
    [InlineData("sized", "size")]
    public void Plurals_and_participles_fall(string word, string stem) => EnglishStemmer.Stem(word).ShouldBe(stem);

    [Theory]
    [InlineData("by", "by")]
    [InlineData("say", "say")]
    [InlineData("cry", "cri")]
    [InlineData("employee", "employe")]
    [InlineData("employer", "employ")]
    [InlineData("employs", "employ")]
    [InlineData("youth", "youth")]
    public void A_y_counts_as_vowel_after_a_consonant_only(string word, string stem) =>
        EnglishStemmer.Stem(word).ShouldBe(stem);

    [Theory]
    [InlineData("organization", "organ")]
    [InlineData("operational", "oper")]
    [InlineData("conditional", "condit")]
    [InlineData("usefulness", "use")]
    [InlineData("responsibilities", "respons")]
    [InlineData("geologists", "geologist")]
    [InlineData("analogy", "analog")]
    [InlineData("electrical", "electr")]
    [InlineData("electricity", "electr")]
    [InlineData("formative", "format")]
    [InlineData("replacement", "replac")]
    [InlineData("adoption", "adopt")]
    [InlineData("opinion", "opinion")]
    [InlineData("management", "manag")]
    [InlineData("manager", "manag")]
    [InlineData("accountant", "account")]
    [InlineData("accounting", "account")]
    [InlineData("nursing", "nurs")]
    [InlineData("controlling", "control")]
    [InlineData("rolled", "roll")]
    public void Suffixes_fall_where_enough_is_left(string word, string stem) =>
        EnglishStemmer.Stem(word).ShouldBe(stem);

    [Theory]
    [InlineData("generate", "generat")]
    [InlineData("general", "general")]
    [InlineData("communication", "communic")]
    [InlineData("community", "communiti")]
    [InlineData("arsenal", "arsenal")]
    [InlineData("skies", "sky")]
    [InlineData("dying", "die")]
    [InlineData("news", "news")]
    [InlineData("proceeding", "proceed")]
    [InlineData("canning", "canning")]
    [InlineData("outings", "outing")]
    public void Exceptions_hold(string word, string stem) => EnglishStemmer.Stem(word).ShouldBe(stem);

    [Theory]
    [InlineData("c++")]
    [InlineData("c#")]
    [InlineData("x86")]
    [InlineData("日本語")]
    [InlineData("'")]
    [InlineData("''''")]
    [InlineData("yyyy")]
    public void Strange_words_do_no_harm(string word) => EnglishStemmer.Stem(word).Length.ShouldBeLessThan(5);
}
