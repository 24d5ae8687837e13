using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Text;

namespace CiivSoft.Documents.Tests.Text;

public sealed class TextCleanerTests
{
    [Theory]
    [InlineData("a\r\nb\rc\u2028d", "a\nb\nc\nd")]
    [InlineData("  a  b \n\n\n c ", "a b\nc")]
    [InlineData("Nurse\t2015", "Nurse   2015")]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("o\uFB03ce", "office")]
    [InlineData("\uFF30\uFF59thon", "Python")]
    [InlineData("zero\u200Bwidth\uFEFF", "zerowidth")]
    [InlineData("a\u0000b\u0007c", "abc")]
    [InlineData("non\u00A0breaking", "non breaking")]
    [InlineData("hyphen\u00ADation", "hyphenation")]
    [InlineData("hyphen\u00AD\nation", "hyphenation")]
    [InlineData("team-\noriented work", "team-oriented work")]
    [InlineData("devel-\nopment and development", "development and development")]
    [InlineData("2015-\n2018", "2015-\n2018")]
    [InlineData("\uD835\uDC0Fython", "Python")]
    [InlineData("", "")]
    public void Text_is_made_plain(string raw, string clean) => TextCleaner.Clean(raw, new Findings()).ShouldBe(clean);

    [Fact]
    public void Lone_surrogates_are_replaced() =>
        TextCleaner.Clean("\uD800x\uDC00", new Findings()).ShouldBe("\uFFFDx\uFFFD");

    [Fact]
    public void Cleaning_twice_changes_nothing()
    {
        const string Raw = "J\u0301ane \u202Eroe\u202C\tnurse\n\n experi-\nence o\uFB00ers 2015-\n2018 \uD83D\uDE00";
        var once = TextCleaner.Clean(Raw, new Findings());

        TextCleaner.Clean(once, new Findings()).ShouldBe(once);
    }

    [Fact]
    public void A_program_that_breaks_words_often_has_them_joined()
    {
        var text =
            string.Concat(Enumerable.Repeat("a line of text\n", 20)) + "inter-\nesting\nhospi-\ntal\nmedi-\ncine\n";

        var clean = TextCleaner.Clean(text, new Findings());

        clean.ShouldContain("hospital");
        clean.ShouldContain("medicine");
    }

    [Fact]
    public void Tricks_with_characters_are_counted()
    {
        var findings = new Findings();

        TextCleaner.Clean("\u202Ea\u202C b\u200Bc \u0420ython", findings);

        findings
            .ToWarnings()
            .Select(warning => (warning.Kind, warning.Count))
            .ShouldBe([
                (DocumentWarningKind.OddCharacters, 2),
                (DocumentWarningKind.OddCharacters, 1),
                (DocumentWarningKind.MixedScripts, 1),
            ]);
    }
}
