using CiivSoft.Cli.Audits.Material;

namespace CiivSoft.Cli.Audits.Abuse.Files;

/// <summary>What honest files do with colours, boxes and small print; none of it hides anything.</summary>
internal static class HonestLook
{
    private const string Label = "Curriculum vitae";

    public static void Decorate(PdfWriter pdf, Chance chance)
    {
        var label = PdfWriter.Show(62, 766, 10, [Label]);
        var look = chance.Next(6) switch
        {
            1 => $"0.1 0.2 0.4 rg 50 758 500 24 re f 1 g {label}",
            2 => $"0.6 g {label}",
            3 => $"1 1 0 rg 50 758 500 24 re f 0 g {label}",
            4 => PdfWriter.Show(62, 64, 4.5, ["Page 1. Made for this application."]),
            5 => $"50 758 400 24 re W n {label}",
            _ => "",
        };
        if (look.Length > 0)
        {
            pdf.Draw(0, look, isBehind: true);
        }
    }

    public static void Decorate(DocxWriter docx, Chance chance)
    {
        var look = chance.Next(4) switch
        {
            1 => "<w:color w:val=\"FFFFFF\"/><w:shd w:val=\"clear\" w:fill=\"1F3864\"/>",
            2 => "<w:color w:val=\"808080\"/>",
            3 => "<w:sz w:val=\"11\"/>",
            _ => null,
        };
        if (look is not null)
        {
            docx.Insert(0, DocxWriter.Paragraph(Label, look));
        }
    }
}
