namespace CiivSoft.Matching.Redaction;

public sealed class TextLineTests
{
    [Theory]
    [InlineData("Nurse at Mercy", 14, 3)]
    [InlineData("   Nurse          at   Mercy  ", 14, 3)]
    [InlineData("\tNurse", 5, 1)]
    [InlineData("      ", 0, 0)]
    [InlineData("", 0, 0)]
    public void What_was_blanked_out_has_no_length(string text, int length, int words)
    {
        var line = new TextLine(text, 0, text.Length);

        line.WrittenLength.ShouldBe(length);
        line.WordCount.ShouldBe(words);
    }
}
