using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Tests.Files;
using static CiivSoft.Documents.Tests.Hidden.HiddenCase;

namespace CiivSoft.Documents.Tests.Hidden;

internal static class HiddenOffice
{
    private static readonly (string Name, string Properties, string Technique)[] WordLooks =
    [
        ("vanish", "<w:vanish/>", Techniques.Vanish),
        ("white on white", "<w:color w:val=\"FFFFFF\"/>", Techniques.WhiteOnWhite),
        ("white by its theme", "<w:color w:val=\"000000\" w:themeColor=\"background1\"/>", Techniques.WhiteOnWhite),
        (
            "same colour as its shade",
            "<w:color w:val=\"1F3864\"/><w:shd w:val=\"clear\" w:fill=\"1F3864\"/>",
            Techniques.SameAsBox
        ),
        ("smaller than 2 points", "<w:sz w:val=\"2\"/>", Techniques.Tiny),
    ];

    public static IEnumerable<(string Name, HiddenCase Case)> All()
    {
        foreach (var (name, properties, technique) in WordLooks)
        {
            yield return (
                $"docx {name}",
                new(
                    "cv.docx",
                    ZipFile.ResumeDocx(),
                    ZipFile.ResumeDocx(ZipFile.Paragraph(Words, properties)),
                    technique
                )
            );
            yield return (
                $"docx {name} within a line",
                new(
                    "cv.docx",
                    ZipFile.ResumeDocx(ZipFile.Paragraph("Last line ")),
                    ZipFile.ResumeDocx(
                        $"<w:p><w:r><w:t xml:space=\"preserve\">Last line </w:t></w:r><w:r><w:rPr>{properties}</w:rPr><w:t>{Words}</w:t></w:r></w:p>"
                    ),
                    technique
                )
            );
        }

        yield return (
            "docx vanish by style",
            new(
                "cv.docx",
                StyledDocx(""),
                StyledDocx($"<w:p><w:r><w:rPr><w:rStyle w:val=\"Ghost\"/></w:rPr><w:t>{Words}</w:t></w:r></w:p>"),
                Techniques.Vanish
            )
        );
        yield return (
            "docx same colour as its cell",
            new(
                "cv.docx",
                ZipFile.ResumeDocx(),
                ZipFile.ResumeDocx(
                    $"<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill=\"203864\"/></w:tcPr>{ZipFile.Paragraph(Words, "<w:color w:val=\"203864\"/>")}</w:tc></w:tr></w:tbl>"
                ),
                Techniques.SameAsBox
            )
        );
        yield return (
            "docx text box off the page",
            new(
                "cv.docx",
                ZipFile.ResumeDocx(),
                ZipFile.ResumeDocx(
                    $"<w:p><w:r><w:drawing><wp:anchor><wp:positionH><wp:posOffset>90000000</wp:posOffset></wp:positionH><wps:txbx><w:txbxContent>{ZipFile.Paragraph(Words)}</w:txbxContent></wps:txbx></wp:anchor></w:drawing></w:r></w:p>"
                ),
                Techniques.OffPage
            )
        );
        yield return (
            "docx keywords",
            Properties(("docProps/core.xml", $"<core><keywords>{ManyWords}</keywords></core>"))
        );
        yield return ("docx title", Properties(("docProps/core.xml", $"<core><title>{ManyWords}</title></core>")));
        yield return (
            "docx custom property",
            Properties(
                (
                    "docProps/custom.xml",
                    $"<Properties><property name=\"a\"><lpwstr>{ManyWords}</lpwstr></property></Properties>"
                )
            )
        );
        yield return (
            "docx text box left of a page",
            new(
                "cv.docx",
                ZipFile.ResumeDocx(),
                ZipFile.ResumeDocx(ZipFile.TextBox(Words, "page", -200, 100)),
                Techniques.OffPage
            )
        );
        yield return (
            "docx text box far left of a column",
            new(
                "cv.docx",
                ZipFile.ResumeDocx(),
                ZipFile.ResumeDocx(ZipFile.TextBox(Words, "column", -1200, 100)),
                Techniques.OffPage
            )
        );
        yield return (
            "docx white in an unshaded row of a table style",
            new("cv.docx", TableDocx("", ""), TableDocx("", Words), Techniques.WhiteOnWhite)
        );
        yield return ("odt hidden", Odt("text:display=\"none\"", Techniques.Vanish));
        yield return ("odt white on white", Odt("fo:color=\"#ffffff\"", Techniques.WhiteOnWhite));
        yield return ("odt tiny", Odt("fo:font-size=\"1pt\"", Techniques.Tiny));
    }

    private static byte[] StyledDocx(string more) =>
        ZipFile.Of(
            (
                "word/document.xml",
                ZipFile.Document([.. ZipFile.ResumeParagraphs.Select(text => ZipFile.Paragraph(text)), more])
            ),
            (
                "word/styles.xml",
                "<w:styles xmlns:w=\"w\"><w:style w:type=\"character\" w:styleId=\"Ghost\"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"
            )
        );

    private static string ManyWords => string.Join(' ', Enumerable.Repeat(Words, 10));

    private static HiddenCase Properties((string Name, string Content) properties) =>
        new(
            "cv.docx",
            ZipFile.ResumeDocx(),
            ZipFile.Of(
                (
                    "word/document.xml",
                    ZipFile.Document([.. ZipFile.ResumeParagraphs.Select(text => ZipFile.Paragraph(text))])
                ),
                properties
            ),
            Techniques.Metadata
        );

    private static byte[] TableDocx(string first, string second) =>
        ZipFile.Of(
            (
                "word/document.xml",
                ZipFile.Document([
                    .. ZipFile.ResumeParagraphs.Select(text => ZipFile.Paragraph(text)),
                    ZipFile.StyledTable(first, second),
                ])
            ),
            ("word/styles.xml", ZipFile.TableStyles)
        );

    private static HiddenCase Odt(string properties, string technique)
    {
        var style =
            $"<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties {properties}/></style:style>";
        return new(
            "cv.odt",
            ZipFile.Odt(ZipFile.ResumeOdtBody, style),
            ZipFile.Odt(
                $"{ZipFile.ResumeOdtBody}<text:p><text:span text:style-name=\"T1\">{Words}</text:span></text:p>",
                style
            ),
            technique
        );
    }
}
