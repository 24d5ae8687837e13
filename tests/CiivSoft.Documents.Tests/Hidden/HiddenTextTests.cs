using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Tests.Hidden;

public sealed class HiddenTextTests
{
    private static readonly Dictionary<string, HiddenCase> Cases = HiddenPdfs
        .All()
        .Concat(HiddenOffice.All())
        .Concat(HiddenTexts.All())
        .ToDictionary(entry => entry.Name, entry => entry.Case);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Hidden_words_are_left_out_and_reported_and_change_nothing_else(string name)
    {
        var hidden = Cases[name];

        var clean = DocumentInterpreter.Read(hidden.Clean, hidden.FileName);
        var stuffed = DocumentInterpreter.Read(hidden.Stuffed, hidden.FileName);

        clean.Verdict.ShouldBe(DocumentVerdict.Parsed, string.Join(", ", clean.Warnings));
        clean.Text.ShouldContain("intensive care");
        stuffed.Text.ShouldBe(clean.Text);
        stuffed.Verdict.ShouldBe(DocumentVerdict.ParsedWithWarning);
        var warning = stuffed.Warnings.ShouldHaveSingleItem();
        warning.Kind.ShouldBe(DocumentWarningKind.HiddenText);
        warning.Detail.ShouldBe(hidden.Technique);
        stuffed.HiddenTextRemoved.ShouldBeGreaterThanOrEqualTo(HiddenCase.Words.Count(char.IsLetter));
    }
}
