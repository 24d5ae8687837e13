using System.Globalization;
using CiivSoft.Cli.Audits.Material;

namespace CiivSoft.Cli.Audits.Abuse.Files;

/// <summary>One way to put words into a file so that a program reads them and a person does not see them.</summary>
/// <param name="Name">As tables name it.</param>
/// <param name="Pdf">How it is done in a PDF; null where the format has no such thing.</param>
/// <param name="Docx">How it is done in a Word document; null where the format has no such thing.</param>
internal sealed record HidingPlace(
    string Name,
    Action<PdfWriter, string, Chance>? Pdf,
    Action<DocxWriter, string, Chance>? Docx
)
{
    private const int MetadataRepeats = 3;

    public static IReadOnlyList<HidingPlace> All { get; } =
    [
        new("render mode 3", Drawn(words => $"3 Tr {words}"), null),
        new("render mode 7", Drawn(words => $"7 Tr {words}"), null),
        new("white on white", Drawn(words => $"1 g {words}"), Look("<w:color w:val=\"FFFFFF\"/>")),
        new(
            "same colour as its box",
            InBox,
            Look("<w:color w:val=\"1F3864\"/><w:shd w:val=\"clear\" w:fill=\"1F3864\"/>")
        ),
        new("smaller than 2 points", Tiny, Look("<w:sz w:val=\"2\"/>")),
        new("off the page", OffPage, OffPage),
        new("clipped", Drawn(words => $"400 20 5 5 re W n {words}"), null),
        new("behind an image", BehindImage, null),
        new("zero opacity", Drawn(words => $"/Zero gs {words}"), null),
        new("layer off", Drawn(words => $"/OC /L1 BDC {words} EMC"), null),
        new("hidden by its formatting", null, Look("<w:vanish/>")),
        new(
            "document properties",
            Metadata,
            (docx, words, _) => docx.Keywords = string.Join(' ', Enumerable.Repeat(words, MetadataRepeats))
        ),
    ];

    private static string Lines(string words, double x, double y, double size) =>
        PdfWriter.Show(x, y, size, PdfWriter.Wrap(words));

    private static Action<PdfWriter, string, Chance> Drawn(Func<string, string> hide) =>
        (pdf, words, chance) =>
            pdf.Draw(chance.Next(pdf.PageCount), hide(Lines(words, 60, chance.Next(60, 760), chance.Next(7, 13))));

    private static void InBox(PdfWriter pdf, string words, Chance chance)
    {
        // Below the text: a box over it would hide that too.
        var colour = $"0.{chance.Next(10)} 0.{chance.Next(10)} 0.{chance.Next(10)} rg";
        pdf.Draw(chance.Next(pdf.PageCount), $"{colour} 30 0 560 58 re f {Lines(words, 40, 50, 5)}");
    }

    private static void Tiny(PdfWriter pdf, string words, Chance chance)
    {
        var size = 0.4 + chance.NextShare();
        pdf.Draw(chance.Next(pdf.PageCount), Lines(words, 60, chance.Next(60, 760), size));
    }

    private static void OffPage(PdfWriter pdf, string words, Chance chance)
    {
        var (x, y) = chance.Next(3) switch
        {
            0 => (-1500, chance.Next(60, 700)),
            1 => (60, -400),
            _ => (700, chance.Next(60, 700)),
        };
        pdf.Draw(chance.Next(pdf.PageCount), Lines(words, x, y, 10));
    }

    private static void OffPage(DocxWriter docx, string words, Chance chance)
    {
        var far = chance.Next(2) == 0 ? 90_000_000 : -90_000_000;
        docx.Insert(
            chance.Next(docx.BlockCount + 1),
            $"<w:p><w:r><w:drawing><wp:anchor><wp:positionH><wp:posOffset>{far.ToString(CultureInfo.InvariantCulture)}</wp:posOffset></wp:positionH>"
                + $"<wps:txbx><w:txbxContent>{DocxWriter.Paragraph(words)}</w:txbxContent></wps:txbx></wp:anchor></w:drawing></w:r></w:p>"
        );
    }

    private static void BehindImage(PdfWriter pdf, string words, Chance chance) =>
        pdf.Draw(chance.Next(pdf.PageCount), $"{Lines(words, 60, 50, 5)} q 540 0 0 58 50 0 cm /Im Do Q");

    private static void Metadata(PdfWriter pdf, string words, Chance chance)
    {
        var key = chance.Pick(["Keywords", "Subject", "Title"]);
        pdf.Properties = $"/{key}({string.Join(' ', Enumerable.Repeat(Plain(words), MetadataRepeats))})";
    }

    private static string Plain(string words) =>
        string.Concat(words.Where(c => c is >= ' ' and < '\u007F' and not ('(' or ')' or '\\')));

    private static Action<DocxWriter, string, Chance> Look(string look) =>
        (docx, words, chance) => docx.Insert(chance.Next(docx.BlockCount + 1), DocxWriter.Paragraph(words, look));
}
