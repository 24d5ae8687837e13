using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Tests.Files;

namespace CiivSoft.Documents.Tests.Pdf;

public sealed class CompositeFontTests
{
    /// <summary>In Adobe-Japan1 the shapes from 34 on are the capitals; in another collection they may be anything.</summary>
    private const string ShapesOfCapitals = "BT /F2 11 Tf 72 600 Td <00220023002400250026002700280029002A002B> Tj ET ";

    [Fact]
    public void A_page_of_shapes_without_characters_needs_ocr()
    {
        var page = string.Concat(Enumerable.Repeat(ShapesOfCapitals, 5));

        var reading = DocumentInterpreter.Read(WithFont("Identity", page).ToBytes(), "cv.pdf");

        reading.Verdict.ShouldBe(DocumentVerdict.NeedsOcr);
        reading.Reason.ShouldBe("the fonts do not say which characters they draw");
    }

    [Fact]
    public void A_page_of_shapes_beside_pages_of_text_is_reported()
    {
        var page = string.Concat(Enumerable.Repeat(ShapesOfCapitals, 5));

        var reading = DocumentInterpreter.Read(WithFont("Identity", PdfFile.Resume, page).ToBytes(), "cv.pdf");

        reading.Text.ShouldEndWith("team leading");
        reading.Warnings.ShouldHaveSingleItem().Kind.ShouldBe(DocumentWarningKind.PicturePages);
    }

    [Fact]
    public void Shapes_of_a_known_collection_are_read()
    {
        var reading = DocumentInterpreter.Read(
            WithFont("Japan1", PdfFile.Resume + ShapesOfCapitals).ToBytes(),
            "cv.pdf"
        );

        reading.Verdict.ShouldBe(DocumentVerdict.Parsed);
        reading.Text.ShouldEndWith("ABCDEFGHIJ");
    }

    private static PdfFile WithFont(string ordering, params string[] pages) =>
        PdfFile
            .OfPages(pages)
            .Set(6, "<</Font<</F1 5 0 R/F2 7 0 R>>>>")
            .Set(7, "<</Type/Font/Subtype/Type0/BaseFont/Shapes/Encoding/Identity-H/DescendantFonts[8 0 R]>>")
            .Set(
                8,
                "<</Type/Font/Subtype/CIDFontType2/BaseFont/Shapes/FontDescriptor 9 0 R/DW 600"
                    + $"/CIDSystemInfo<</Registry(Adobe)/Ordering({ordering})/Supplement 0>>>>"
            )
            .Set(
                9,
                "<</Type/FontDescriptor/FontName/Shapes/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>"
            );
}
