using System.Text;
using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Tests.Files;
using static CiivSoft.Documents.Tests.Hidden.HiddenCase;

namespace CiivSoft.Documents.Tests.Hidden;

internal static class HiddenPdfs
{
    private const string Layer = "/Properties<</L1 8 0 R>>";
    private const string Image =
        "/XObject<</Im 7 0 R/Off 9 0 R>>/ExtGState<</Zero <</ca 0/CA 0>>/Full <</ca 1>>>>" + Layer;

    public static string Hidden { get; } = PdfFile.Text(72, 500, 11, Words);

    public static IEnumerable<(string Name, HiddenCase Case)> All() =>
        Painted()
            .Append(
                (
                    "pdf properties",
                    new("cv.pdf", PdfFile.OfPages(PdfFile.Resume).ToBytes(), PdfWithProperties(), Techniques.Metadata)
                )
            )
            .Append(
                (
                    "pdf metadata",
                    new("cv.pdf", PdfFile.OfPages(PdfFile.Resume).ToBytes(), PdfWithMetadata(), Techniques.Metadata)
                )
            );

    private static IEnumerable<(string Name, HiddenCase Case)> Painted() =>
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
            ("clipped to a strip through its middle", "q 60 503 400 2 re W n " + Hidden + "Q", Techniques.Clipped),
            ("squeezed to a line", "1 Tz " + Hidden, Techniques.Tiny),
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

    public static PdfFile WithResources(PdfFile file) =>
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

    private static byte[] PdfWithProperties()
    {
        var file = PdfFile
            .OfPages(PdfFile.Resume)
            .Set(9, $"<</Keywords({string.Join(' ', Enumerable.Repeat(Words, 10))})>>");
        file.Trailer = "/Info 9 0 R";
        return file.ToBytes();
    }

    private static byte[] PdfWithMetadata()
    {
        var items = string.Concat(Enumerable.Repeat($"<rdf:li>{Words}</rdf:li>", 10));
        var xmp =
            "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
            + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
            + $"<rdf:Description><dc:subject><rdf:Bag>{items}</rdf:Bag></dc:subject></rdf:Description>"
            + "</rdf:RDF></x:xmpmeta><?xpacket end='w'?>";
        return PdfFile
            .OfPages(PdfFile.Resume)
            .Set(1, "<</Type/Catalog/Pages 2 0 R/Metadata 9 0 R>>")
            .SetStream(9, "/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(xmp))
            .ToBytes();
    }
}
