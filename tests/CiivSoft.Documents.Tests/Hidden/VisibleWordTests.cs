using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Tests.Files;
using static CiivSoft.Documents.Tests.Hidden.HiddenCase;

namespace CiivSoft.Documents.Tests.Hidden;

public sealed class VisibleWordTests
{
    private const string White = "<w:color w:val=\"FFFFFF\"/>";

    [Theory]
    [InlineData("a shape of full colour", "<w:shd w:val=\"solid\" w:color=\"1F3864\" w:fill=\"auto\"/>")]
    [InlineData("a dark pattern", "<w:shd w:val=\"pct80\" w:color=\"1F3864\" w:fill=\"FFFFFF\"/>")]
    [InlineData("a colour of the theme", "<w:shd w:val=\"clear\" w:color=\"auto\" w:themeFill=\"accent1\"/>")]
    [InlineData("a fill", "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"1F3864\"/>")]
    public void White_words_stay_that_stand_on(string ground, string shading)
    {
        var cell =
            $"<w:tbl><w:tr><w:tc><w:tcPr>{shading}</w:tcPr>{ZipFile.Paragraph(Words, White)}</w:tc></w:tr></w:tbl>";
        var row =
            $"<w:tbl><w:tr><w:tblPrEx>{shading}</w:tblPrEx><w:tc>{ZipFile.Paragraph(Words, White)}</w:tc></w:tr></w:tbl>";
        var table =
            $"<w:tbl><w:tblPr>{shading}</w:tblPr><w:tr><w:tc>{ZipFile.Paragraph(Words, White)}</w:tc></w:tr></w:tbl>";
        var paragraph = $"<w:p><w:pPr>{shading}</w:pPr><w:r><w:rPr>{White}</w:rPr><w:t>{Words}</w:t></w:r></w:p>";

        foreach (var block in (string[])[cell, row, table, paragraph, ZipFile.Paragraph(Words, White + shading)])
        {
            ShouldStay(ZipFile.ResumeDocx(block), ground);
        }
    }

    [Fact]
    public void White_words_stay_in_the_dark_row_of_a_table_style()
    {
        var document = ZipFile.Document([
            .. ZipFile.ResumeParagraphs.Select(text => ZipFile.Paragraph(text)),
            ZipFile.StyledTable(Words, ""),
        ]);

        ShouldStay(ZipFile.Of(("word/document.xml", document), ("word/styles.xml", ZipFile.TableStyles)), "a dark row");
    }

    [Theory]
    [InlineData("rightMargin", -200)]
    [InlineData("column", -150)]
    [InlineData("margin", -170)]
    [InlineData("page", -20)]
    public void A_text_box_stays_that_may_be_on_the_page(string origin, int left) =>
        ShouldStay(ZipFile.ResumeDocx(ZipFile.TextBox(Words, origin, left, 40)), origin);

    [Fact]
    public void A_text_box_stays_above_the_paragraph_that_it_is_anchored_to() =>
        ShouldStay(
            ZipFile.ResumeDocx(
                ZipFile
                    .TextBox(Words, "paragraph", -300, 40)
                    .Replace("positionH", "positionV", StringComparison.Ordinal)
            ),
            "above"
        );

    [Theory]
    [InlineData("<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>")]
    [InlineData("<w:ind w:left=\"30000\"/>")]
    public void A_text_box_stays_that_floats_beside_a_line_nobody_sees(string properties) =>
        ShouldStay(ZipFile.ResumeDocx(ZipFile.TextBox(Words, "page", 72, 200, properties)), properties);

    [Theory]
    [InlineData("margin-left:-150pt;width:40pt")]
    [InlineData("margin-left:-150pt;width:40pt;mso-position-horizontal-relative:margin")]
    public void A_text_box_of_old_programs_stays_that_may_be_on_the_page(string style) =>
        ShouldStay(
            ZipFile.ResumeDocx(
                $"<w:p><w:r><w:pict><shape style=\"position:absolute;{style}\"><textbox><w:txbxContent>{ZipFile.Paragraph(Words)}</w:txbxContent></textbox></shape></w:pict></w:r></w:p>"
            ),
            style
        );

    [Fact]
    public void White_words_stay_in_a_word_document_whose_heading_stands_on_a_shape()
    {
        const string Shape =
            "<w:p><w:r><w:drawing><wp:anchor behindDoc=\"1\"><wp:extent cx=\"6000000\" cy=\"900000\"/></wp:anchor></w:drawing></w:r></w:p>";
        var file = ZipFile.Docx([
            Shape,
            ZipFile.Paragraph("Jane Roe, nurse", "<w:color w:val=\"FFFFFF\"/>"),
            .. ZipFile.ResumeParagraphs.Select(text => ZipFile.Paragraph(text)),
        ]);

        var reading = DocumentInterpreter.Read(file, "cv.docx");

        reading.Verdict.ShouldBe(DocumentVerdict.Parsed);
        reading.Text.ShouldStartWith("Jane Roe, nurse");
    }

    private static void ShouldStay(byte[] file, string what)
    {
        var reading = DocumentInterpreter.Read(file, "cv.docx");

        reading.Verdict.ShouldBe(DocumentVerdict.Parsed, what + string.Join(", ", reading.Warnings));
        reading.Text.ShouldContain(Words);
    }
}
