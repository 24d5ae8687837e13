using System.Text;
using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Tests.Files;

namespace CiivSoft.Documents.Tests.Hidden;

public sealed class HiddenTextTests
{
    private const string Words = "kubernetes terraform golang rust";
    private const string Layer = "/Properties<</L1 8 0 R>>";
    private const string Image =
        "/XObject<</Im 7 0 R/Off 9 0 R>>/ExtGState<</Zero <</ca 0/CA 0>>/Full <</ca 1>>>>" + Layer;

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

    private static readonly string Hidden = PdfFile.Text(72, 500, 11, Words);

    private static readonly Dictionary<string, HiddenCase> Cases = Pdfs()
        .Concat(Others())
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
        stuffed.HiddenTextRemoved.ShouldBeGreaterThanOrEqualTo(Words.Replace(" ", "", StringComparison.Ordinal).Length);
    }

    [Theory]
    [InlineData("white on a dark box", "0.1 0.2 0.4 rg 60 480 400 40 re f 1 g ")]
    [InlineData("white on a dark thick line", "0.1 0.2 0.4 RG 40 w 60 505 m 500 505 l S 1 g ")]
    [InlineData("white on a picture", "q 400 0 0 60 60 480 cm /Im Do Q 1 g ")]
    [InlineData("light grey on white", "0.6 g ")]
    [InlineData("black on a yellow marker", "1 1 0 rg 60 480 400 40 re f 0 g ")]
    [InlineData("small print of 4 points", "0.5 0 0 0.5 36 250 cm ")]
    [InlineData("within its clip", "60 480 400 40 re W n ")]
    [InlineData("in a layer that is on", "/OC /L2 BDC ")]
    public void Words_that_can_be_seen_stay(string look, string operators)
    {
        var file = WithResources(PdfFile.OfPages(PdfFile.Resume + operators + Hidden));

        var reading = DocumentInterpreter.Read(file.ToBytes(), "cv.pdf");

        reading.Verdict.ShouldBe(DocumentVerdict.Parsed, look + string.Join(", ", reading.Warnings));
        reading.Text.ShouldContain(Words);
    }

    [Fact]
    public void A_highlight_that_lets_text_through_hides_nothing()
    {
        var content = PdfFile.Resume + Hidden + "/Multiply gs 1 1 0 rg 60 480 400 40 re f";
        var file = PdfFile.OfPages(content).WithResources("/ExtGState<</Multiply <</BM/Multiply>>>>");

        DocumentInterpreter.Read(file.ToBytes(), "cv.pdf").Text.ShouldContain(Words);
    }

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

    private static IEnumerable<(string Name, HiddenCase Case)> Pdfs() =>
        new (string Name, string Operators, string Technique)[]
        {
            ("render mode 3", "3 Tr " + Hidden, Techniques.RenderMode3),
            ("render mode 7", "q 7 Tr " + Hidden + "Q", Techniques.RenderMode7),
            ("white on white", "1 g " + Hidden, Techniques.WhiteOnWhite),
            ("nearly white on white", "0.97 0.98 0.97 rg " + Hidden, Techniques.WhiteOnWhite),
            ("cmyk white on white", "0 0 0 0 k " + Hidden, Techniques.WhiteOnWhite),
            ("white outlines on white", "1 Tr 1 G " + Hidden, Techniques.WhiteOnWhite),
            ("same colour as its box", "0 0 0.5 rg 60 480 400 40 re f " + Hidden, Techniques.SameAsBox),
            ("smaller than 2 points", PdfFile.Text(72, 500, 1, Words), Techniques.Tiny),
            ("scaled down", "0.05 0 0 0.05 0 0 cm " + PdfFile.Text(72, 500, 11, Words), Techniques.Tiny),
            ("left of the page", PdfFile.Text(-900, 500, 11, Words), Techniques.OffPage),
            ("below the page", PdfFile.Text(72, -200, 11, Words), Techniques.OffPage),
            ("clipped", "q 400 20 5 5 re W n " + Hidden + "Q", Techniques.Clipped),
            ("clipped to a spot in its middle", "q 100 500 3 3 re W n " + Hidden + "Q", Techniques.Clipped),
            ("behind an image", Hidden + "q 500 0 0 60 50 470 cm /Im Do Q", Techniques.BehindImage),
            ("behind a box", Hidden + "1 g 50 480 500 40 re f", Techniques.BehindBox),
            ("zero opacity", "q /Zero gs " + Hidden + "Q", Techniques.ZeroOpacity),
            (
                "zero opacity on a picture",
                "q 500 0 0 60 50 470 cm /Im Do Q q /Zero gs " + Hidden + "Q",
                Techniques.ZeroOpacity
            ),
            (
                "white on white under a picture that is not seen",
                "q /Zero gs 500 0 0 60 50 470 cm /Im Do Q 1 g " + Hidden,
                Techniques.WhiteOnWhite
            ),
            ("layer off", "/OC /L1 BDC " + Hidden + "EMC", Techniques.LayerOff),
            ("form in a layer that is off", "/Off Do", Techniques.LayerOff),
        }.Select(entry =>
            (
                $"pdf {entry.Name}",
                new HiddenCase(
                    "cv.pdf",
                    WithResources(PdfFile.OfPages(PdfFile.Resume)).ToBytes(),
                    WithResources(PdfFile.OfPages(PdfFile.Resume + entry.Operators)).ToBytes(),
                    entry.Technique
                )
            )
        );

    private static PdfFile WithResources(PdfFile file) =>
        file.WithResources(Image.Replace("/L1 8 0 R", "/L1 8 0 R/L2 10 0 R", StringComparison.Ordinal))
            .SetStream(7, "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", [80])
            .Set(8, "<</Type/OCG/Name(hidden)>>")
            .Set(10, "<</Type/OCG/Name(shown)>>")
            .SetStream(
                9,
                "/Type/XObject/Subtype/Form/BBox[0 0 612 792]/OC 8 0 R/Resources<</Font<</F1 5 0 R>>>>",
                Encoding.ASCII.GetBytes(Hidden)
            )
            .Set(1, "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[8 0 R 10 0 R]/D<</OFF[8 0 R]>>>>>>");

    private static IEnumerable<(string Name, HiddenCase Case)> Others()
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
        yield return ("docx properties", new("cv.docx", ZipFile.ResumeDocx(), WithProperties(), Techniques.Metadata));
        yield return (
            "pdf properties",
            new("cv.pdf", PdfFile.OfPages(PdfFile.Resume).ToBytes(), PdfWithProperties(), Techniques.Metadata)
        );
        yield return ("rtf hidden", Rtf($@"{{\v {Words}}}", Techniques.Vanish));
        yield return ("rtf white on white", Rtf($@"{{\cf1 {Words}}}", Techniques.WhiteOnWhite));
        yield return ("rtf tiny", Rtf($@"{{\fs2 {Words}}}", Techniques.Tiny));
        yield return ("odt hidden", Odt("text:display=\"none\"", Techniques.Vanish));
        yield return ("odt white on white", Odt("fo:color=\"#ffffff\"", Techniques.WhiteOnWhite));
        yield return ("odt tiny", Odt("fo:font-size=\"1pt\"", Techniques.Tiny));
        yield return ("html not displayed", Html($"<div style='display:none'>{Words}</div>", Techniques.Vanish));
        yield return (
            "html hidden by a class",
            Html($"<style>.x {{ visibility: hidden }}</style><div class=x>{Words}</div>", Techniques.Vanish)
        );
        yield return ("html white on white", Html($"<div style='color:#fff'>{Words}</div>", Techniques.WhiteOnWhite));
        yield return ("html tiny", Html($"<div style='font-size:1px'>{Words}</div>", Techniques.Tiny));
        yield return (
            "html off the page",
            Html($"<div style='position:absolute;left:-9999px'>{Words}</div>", Techniques.OffPage)
        );
        yield return ("html zero opacity", Html($"<div style='opacity:0'>{Words}</div>", Techniques.ZeroOpacity));
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

    private static byte[] WithProperties() =>
        ZipFile.Of(
            (
                "word/document.xml",
                ZipFile.Document([.. ZipFile.ResumeParagraphs.Select(text => ZipFile.Paragraph(text))])
            ),
            ("docProps/core.xml", $"<core><keywords>{string.Join(' ', Enumerable.Repeat(Words, 10))}</keywords></core>")
        );

    private static byte[] PdfWithProperties()
    {
        var file = PdfFile
            .OfPages(PdfFile.Resume)
            .Set(9, $"<</Keywords({string.Join(' ', Enumerable.Repeat(Words, 10))})>>");
        file.Trailer = "/Info 9 0 R";
        return file.ToBytes();
    }

    private static HiddenCase Rtf(string more, string technique)
    {
        return new("cv.rtf", Of(""), Of(more), technique);

        static byte[] Of(string more) =>
            Encoding.ASCII.GetBytes(
                $@"{{\rtf1\ansi{{\colortbl;\red255\green255\blue255;}} {string.Join(@"\par ", ZipFile.ResumeParagraphs)}\par {more}}}"
            );
    }

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

    private static HiddenCase Html(string more, string technique)
    {
        return new("cv.html", Of(""), Of(more), technique);

        static byte[] Of(string more) =>
            Encoding.UTF8.GetBytes(
                $"<html><body>{string.Concat(ZipFile.ResumeParagraphs.Select(text => $"<p>{text}</p>"))}{more}</body></html>"
            );
    }
}
