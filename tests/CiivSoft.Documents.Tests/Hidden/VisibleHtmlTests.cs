using System.Text;
using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Tests.Files;
using static CiivSoft.Documents.Tests.Hidden.HiddenCase;

namespace CiivSoft.Documents.Tests.Hidden;

public sealed class VisibleHtmlTests
{
    [Theory]
    [InlineData("a named colour", ".bar { background: darkslategray; color: white }")]
    [InlineData("a variable", ":root { --dark: #123456 } .bar { background-color: var(--dark); color: white }")]
    [InlineData(
        "a variable of a variable",
        "html { --a: #123; --b: var(--a) } .bar { background: var(--b); color: #fff }"
    )]
    [InlineData("a variable's fallback", ".bar { background: var(--none, rgb(10, 20, 30)); color: #fff }")]
    [InlineData("an unknown variable", ".bar { background: var(--none); color: #fff }")]
    [InlineData("a gradient", ".bar { background: linear-gradient(#000, #333); color: #fff }")]
    [InlineData("a colour that is not computed", ".bar { background: oklch(20% 0.1 250); color: #fff }")]
    [InlineData("a colour of eight digits", ".bar { background: #123456ff; color: #fff }")]
    [InlineData("a colour among other words", ".bar { background: no-repeat center #123; color: #fff }")]
    [InlineData("the whole page", "html { background: #111; color: #fff }")]
    [InlineData("a rule that is more special", "div.bar { background: #123 } .bar { background: #fff; color: #fff }")]
    [InlineData("a list of selectors", "a:hover, .bar { background: #123; color: #fff }")]
    [InlineData("a screen", "@media screen { .bar { background: #123 } } .bar { color: #fff }")]
    [InlineData(
        "a colour that print takes away",
        ".bar { background: #123; color: #fff } @media print { .bar { background: none } }"
    )]
    [InlineData("a colour after a comment", "/* { */ .bar { background: #123; color: #fff }")]
    public void White_words_stay_that_stand_on(string ground, string rules) => ShouldStay(rules, ground);

    [Theory]
    [InlineData("small screens", "@media (max-width: 600px) { .bar { display: none } }")]
    [InlineData("paper", "@media print { .bar { visibility: hidden } }")]
    [InlineData("dark screens", "@media screen and (prefers-color-scheme: dark) { .bar { color: #fff } }")]
    [InlineData("a pointer above them", ".bar:hover { display: none }")]
    [InlineData("generated content", ".bar:before, .bar::after { color: white; font-size: 0 }")]
    public void Words_stay_that_are_hidden_only_for(string media, string rules) => ShouldStay(rules, media);

    [Fact]
    public void Words_stay_that_are_filled_with_a_gradient() =>
        ShouldStay(
            ".bar { background: linear-gradient(#00f, #f00); -webkit-background-clip: text; color: transparent }",
            ""
        );

    [Fact]
    public void Words_stay_that_have_a_colour_of_their_own_in_transparent_ones() =>
        ShouldStay("body { color: transparent } p, .bar { color: #333 }", "");

    private static void ShouldStay(string rules, string what)
    {
        var paragraphs = string.Concat(ZipFile.ResumeParagraphs.Select(text => $"<p style='color: #777'>{text}</p>"));
        var page =
            $"<html><head><style>{rules}</style></head><body><div class=bar>{Words}</div>{paragraphs}</body></html>";

        var reading = DocumentInterpreter.Read(Encoding.UTF8.GetBytes(page), "cv.html");

        reading.Verdict.ShouldBe(DocumentVerdict.Parsed, what + string.Join(", ", reading.Warnings));
        reading.Text.ShouldStartWith(Words);
    }
}
