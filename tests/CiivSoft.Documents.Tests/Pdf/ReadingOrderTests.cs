using System.Globalization;
using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Tests.Files;

namespace CiivSoft.Documents.Tests.Pdf;

public sealed class ReadingOrderTests
{
    private static readonly string[] Left = ["Skills", "triage", "wound care", "leading teams", "Languages", "English"];

    private static readonly string[] Right =
    [
        "Experience",
        "Ward sister at St Mary Hospital",
        "responsible for twelve nurses",
        "Nurse at Northern Clinic",
        "night shifts in intensive care",
        "Education",
    ];

    [Fact]
    public void Columns_are_read_one_after_the_other_below_what_spans_them()
    {
        var page =
            PdfFile.Text(72, 740, 16, "Jane Roe, registered nurse in intensive care and a long line across")
            + PdfFile.Text(72, 700, 10, Left)
            + PdfFile.Text(250, 700, 10, Right)
            + PdfFile.Text(72, 560, 10, "References are available on request and this line spans both columns");

        Lines(page)
            .ShouldBe([
                "Jane Roe, registered nurse in intensive care and a long line across",
                .. Left,
                .. Right,
                "References are available on request and this line spans both columns",
            ]);
    }

    [Fact]
    public void Tables_are_read_row_by_row()
    {
        var rows = Enumerable
            .Range(0, 6)
            .Select(row =>
                PdfFile.Text(72, 700 - (row * 20), 10, $"201{row} to 201{row + 1}")
                + PdfFile.Text(250, 700 - (row * 20), 10, $"Employer number {row}")
            );

        Lines(string.Concat(rows))
            .ShouldBe(
                Enumerable
                    .Range(0, 6)
                    .Select(row =>
                        string.Create(CultureInfo.InvariantCulture, $"201{row} to 201{row + 1}   Employer number {row}")
                    )
            );
    }

    [Fact]
    public void Text_painted_from_bottom_to_top_is_read_from_top_to_bottom()
    {
        var page =
            PdfFile.Text(72, 600, 11, "third line of the text")
            + PdfFile.Text(72, 620, 11, "second line of the text")
            + PdfFile.Text(72, 640, 11, "first line of the text");

        Lines(page).ShouldBe(["first line of the text", "second line of the text", "third line of the text"]);
    }

    [Fact]
    public void Bold_made_by_painting_twice_is_read_once()
    {
        var page = PdfFile.Text(72, 700, 12, "Registered nurse") + PdfFile.Text(72.3, 700, 12, "Registered nurse");

        Lines(page).ShouldBe(["Registered nurse"]);
    }

    [Fact]
    public void Spaced_capitals_are_words()
    {
        var page = "BT /F1 12 Tf 5 Tc 72 700 Td (EXPERIENCE) Tj ET";

        Lines(page).ShouldBe(["EXPERIENCE"]);
    }

    [Fact]
    public void Words_without_blanks_between_them_are_told_apart_by_their_gaps()
    {
        Lines("BT /F1 11 Tf 72 700 Td [(intensive) -300 (care) -300 (nurse)] TJ ET").ShouldBe(["intensive care nurse"]);
    }

    [Fact]
    public void Turned_pages_and_turned_text_are_read()
    {
        var turned = "BT /F1 11 Tf 0 1 -1 0 100 300 Tm (up the margin) Tj ET";

        Lines(PdfFile.Lines("upright text") + turned).ShouldBe(["upright text", "up the margin"]);
    }

    [Fact]
    public void Filled_in_form_fields_are_read()
    {
        var file = PdfFile
            .OfPages(PdfFile.Resume)
            .Set(100, "<</Type/Page/Parent 2 0 R/Contents 101 0 R/Annots[8 0 R]>>")
            .Set(8, "<</Type/Annot/Subtype/Widget/Rect[72 500 300 520]/AP<</N 9 0 R>>>>")
            .SetStream(
                9,
                "/Type/XObject/Subtype/Form/BBox[0 0 228 20]/Resources<</Font<</F1 5 0 R>>>>",
                "BT /F1 10 Tf 2 5 Td (typed into a field) Tj ET"u8.ToArray()
            );

        DocumentInterpreter.Read(file.ToBytes(), "cv.pdf").Text.ShouldEndWith("typed into a field");
    }

    private static string[] Lines(string content) =>
        DocumentInterpreter.Read(PdfFile.OfPages(content).ToBytes(), "cv.pdf").Text.Split('\n');
}
