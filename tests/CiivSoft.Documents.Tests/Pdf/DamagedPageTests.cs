using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Tests.Files;

namespace CiivSoft.Documents.Tests.Pdf;

public sealed class DamagedPageTests
{
    private const string Broken = "/XObject<</Broken 7 0 R/Form 8 0 R>>";

    [Theory]
    [InlineData("/Broken Do ")]
    [InlineData("/Form Do ")]
    public void What_cannot_be_painted_does_not_lose_the_rest_of_the_page(string operators)
    {
        var file = PdfFile
            .OfPages(operators + PdfFile.Resume)
            .WithResources(Broken)
            .SetStream(7, "/Type/XObject/Subtype/Unheard", [1])
            .SetStream(
                8,
                "/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>/XObject<</Broken 7 0 R>>>>",
                "/Broken Do BT /F1 11 Tf 72 400 Td (within a form) Tj ET"u8.ToArray()
            );

        var reading = DocumentInterpreter.Read(file.ToBytes(), "cv.pdf");

        reading.Text.ShouldContain("intensive care");
        reading.Text.Contains("within a form", StringComparison.Ordinal).ShouldBe(operators is "/Form Do ");
        var warning = reading.Warnings.ShouldHaveSingleItem();
        warning.Kind.ShouldBe(DocumentWarningKind.Damaged);
        warning.Count.ShouldBe(1);
    }

    [Fact]
    public void A_field_that_cannot_be_painted_does_not_lose_the_page()
    {
        var file = PdfFile
            .OfPages(PdfFile.Resume)
            .Set(100, "<</Type/Page/Parent 2 0 R/Contents 101 0 R/Annots[8 0 R]>>")
            .Set(8, "<</Type/Annot/Subtype/Widget/Rect[72 500 300 520]/AP<</N 9 0 R>>>>")
            .SetStream(9, "/Type/XObject/Subtype/Form/BBox[0 0 228 20]/Group<</S/Unheard>>", [32]);

        DocumentInterpreter.Read(file.ToBytes(), "cv.pdf").Text.ShouldContain("intensive care");
    }
}
