using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Tests.Files;
using static CiivSoft.Documents.Tests.Hidden.HiddenCase;

namespace CiivSoft.Documents.Tests.Hidden;

public sealed class VisiblePdfTests
{
    [Theory]
    [InlineData("white on a dark box", "0.1 0.2 0.4 rg 60 480 400 40 re f 1 g ")]
    [InlineData("white on a dark thick line", "0.1 0.2 0.4 RG 40 w 60 505 m 500 505 l S 1 g ")]
    [InlineData("white on a picture", "q 400 0 0 60 60 480 cm /Im Do Q 1 g ")]
    [InlineData("light grey on white", "0.6 g ")]
    [InlineData("black on a yellow marker", "1 1 0 rg 60 480 400 40 re f 0 g ")]
    [InlineData("small print of 4 points", "0.5 0 0 0.5 36 250 cm ")]
    [InlineData("within its clip", "60 480 400 40 re W n ")]
    [InlineData("cut in two by its clip", "60 504 400 40 re W n ")]
    [InlineData("of half the usual width", "50 Tz ")]
    [InlineData("in a layer that is on", "/OC /L2 BDC ")]
    public void Words_that_can_be_seen_stay(string look, string operators)
    {
        var file = HiddenPdfs.WithResources(PdfFile.OfPages(PdfFile.Resume + operators + HiddenPdfs.Hidden));

        var reading = DocumentInterpreter.Read(file.ToBytes(), "cv.pdf");

        reading.Verdict.ShouldBe(DocumentVerdict.Parsed, look + string.Join(", ", reading.Warnings));
        reading.Text.ShouldContain(Words);
    }

    [Fact]
    public void A_highlight_that_lets_text_through_hides_nothing()
    {
        var content = PdfFile.Resume + HiddenPdfs.Hidden + "/Multiply gs 1 1 0 rg 60 480 400 40 re f";
        var file = PdfFile.OfPages(content).WithResources("/ExtGState<</Multiply <</BM/Multiply>>>>");

        DocumentInterpreter.Read(file.ToBytes(), "cv.pdf").Text.ShouldContain(Words);
    }
}
