using System.Text;
using CiivSoft.Documents.Tests.Files;
using static CiivSoft.Documents.DocumentVerdict;

namespace CiivSoft.Documents.Tests.Hostile;

internal static class HostilePdfs
{
    private static readonly string[] TwoColumns =
    [
        PdfFile.Text(72, 700, 10, "Left one", "Left two", "Left three")
            + PdfFile.Text(320, 700, 10, "Right one", "Right two"),
    ];

    public static IEnumerable<(string Name, HostileCase Case)> All() =>
        [
            (
                "pdf as it should be",
                new("cv.pdf", () => PdfFile.OfPages(PdfFile.Resume).ToBytes(), Parsed) { Contains = "intensive care" }
            ),
            (
                "pdf in two columns",
                new("cv.pdf", () => PdfFile.OfPages(TwoColumns).ToBytes(), ParsedWithWarning)
                {
                    Contains = "Left three",
                }
            ),
            ("pdf cut at 10 %", new("cv.pdf", () => Cut(0.1), Unreadable)),
            ("pdf cut at 50 %", new("cv.pdf", () => Cut(0.5), Unreadable, ParsedWithWarning)),
            (
                "pdf cut at 99 %",
                new("cv.pdf", () => Cut(0.99), ParsedWithWarning)
                {
                    Contains = "intensive care",
                    Warns = DocumentWarningKind.Damaged,
                }
            ),
            (
                "pdf and zip polyglot",
                new("cv.pdf", Polyglot, Parsed, ParsedWithWarning) { Contains = "intensive care" }
            ),
            (
                "pdf behind rubbish",
                new(
                    "cv.pdf",
                    () => [.. "rubbish\n"u8, .. PdfFile.OfPages(PdfFile.Resume).ToBytes()],
                    Parsed,
                    ParsedWithWarning,
                    Unreadable
                )
            ),
            ("pdf whose page tree loops", new("cv.pdf", PageTreeLoop, Unreadable, ParsedWithWarning)),
            ("pdf whose cross-reference table loops", new("cv.pdf", XrefLoop, Unreadable, Parsed, ParsedWithWarning)),
            (
                "pdf with a stream longer than the file",
                new("cv.pdf", () => LyingLength(9_999_999), Parsed, ParsedWithWarning, Unreadable)
            ),
            (
                "pdf with a stream of negative length",
                new("cv.pdf", () => LyingLength(-5), Parsed, ParsedWithWarning, Unreadable)
            ),
            (
                "pdf flate bomb",
                new("cv.pdf", () => Bomb("/Filter/FlateDecode", PdfFile.Deflate(new byte[300_000_000])), Quarantined)
                {
                    Reason = "unpacks",
                }
            ),
            (
                "pdf flate bomb in a flate bomb",
                new(
                    "cv.pdf",
                    () =>
                        Bomb(
                            "/Filter[/FlateDecode/FlateDecode]",
                            PdfFile.Deflate(PdfFile.Deflate(new byte[400_000_000]))
                        ),
                    Quarantined
                )
            ),
            ("pdf of 100,000 pages", new("cv.pdf", () => ManyPages(100_000), ParsedWithWarning, Quarantined)),
            ("pdf of one scanned page", new("scan.pdf", Scan, NeedsOcr)),
            ("pdf of one scanned page with the stamp of an app", new("scan.pdf", StampedScan, NeedsOcr)),
            (
                "pdf of a scan with its text layer",
                new("scan.pdf", () => ScanWithLayer(), ParsedWithWarning)
                {
                    Contains = "intensive care",
                    Warns = DocumentWarningKind.RecognisedText,
                }
            ),
            (
                "pdf that runs JavaScript",
                new("cv.pdf", () => OpenAction("/S/JavaScript/JS(app.alert\\(1\\))"), ParsedWithWarning)
                {
                    Contains = "intensive care",
                    Warns = DocumentWarningKind.ActiveContent,
                    Lacks = "alert",
                }
            ),
            (
                "pdf that launches a program",
                new("cv.pdf", () => OpenAction("/S/Launch/F(cmd.exe)"), ParsedWithWarning)
                {
                    Warns = DocumentWarningKind.ActiveContent,
                }
            ),
            (
                "pdf with attachments",
                new("cv.pdf", Attachments, ParsedWithWarning) { Warns = DocumentWarningKind.ActiveContent }
            ),
            (
                "pdf whose form paints itself",
                new("cv.pdf", FormLoop, Parsed, ParsedWithWarning) { Contains = "intensive care" }
            ),
            ("pdf whose forms double 40 times", new("cv.pdf", FormBomb, Parsed, ParsedWithWarning, Quarantined)),
            (
                "pdf with arrays nested 100,000 deep",
                new("cv.pdf", () => DeepArrays(100_000), Parsed, ParsedWithWarning, Unreadable, Quarantined)
            ),
            (
                "pdf with 100,000 saved graphics states",
                new(
                    "cv.pdf",
                    () => PdfFile.OfPages(string.Concat(Enumerable.Repeat("q ", 100_000)) + PdfFile.Resume).ToBytes(),
                    Parsed,
                    ParsedWithWarning,
                    Quarantined
                )
            ),
            ("pdf without pages", new("cv.pdf", () => PdfFile.OfPages().ToBytes(), Unreadable)),
            (
                "pdf of an empty page",
                new("cv.pdf", () => PdfFile.OfPages(" ").ToBytes(), Unreadable) { Reason = "no text" }
            ),
            ("pdf header alone", new("cv.pdf", () => "%PDF-1.7\n%%EOF"u8.ToArray(), Unreadable)),
            ("pdf protected by a user's password", new("cv.pdf", Encrypted, Unreadable) { Reason = "password" }),
            .. Enumerable
                .Range(1, 8)
                .Select(seed =>
                    (
                        $"pdf with flipped bits, seed {seed}",
                        new HostileCase(
                            "cv.pdf",
                            () => Flip(seed),
                            Parsed,
                            ParsedWithWarning,
                            Unreadable,
                            Quarantined,
                            NeedsOcr
                        )
                    )
                ),
        ];

    private static byte[] Cut(double share)
    {
        var whole = PdfFile.OfPages(PdfFile.Resume).ToBytes();
        return whole[..(int)(whole.Length * share)];
    }

    private static byte[] Flip(int seed)
    {
        var random = new Random(seed);
        var bytes = PdfFile.OfPages(PdfFile.Resume).ToBytes();
        for (var i = 0; i < 30; i++)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return bytes;
    }

    private static byte[] Polyglot() => [.. PdfFile.OfPages(PdfFile.Resume).ToBytes(), .. ZipFile.ResumeDocx()];

    private static byte[] PageTreeLoop() =>
        PdfFile
            .OfPages(PdfFile.Resume)
            .Set(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .Set(3, "<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>")
            .ToBytes();

    private static byte[] XrefLoop()
    {
        var file = PdfFile.OfPages(PdfFile.Resume);
        var start = Encoding.Latin1.GetString(file.ToBytes()).LastIndexOf("xref\n0 1", StringComparison.Ordinal);
        file.Trailer = $"/Prev {start}";
        return file.ToBytes();
    }

    private static byte[] LyingLength(long length) =>
        PdfFile.OfPages(PdfFile.Resume).SetStream(101, "", Encoding.Latin1.GetBytes(PdfFile.Resume), length).ToBytes();

    private static byte[] Bomb(string filter, byte[] data) =>
        PdfFile.OfPages(PdfFile.Resume).SetStream(101, filter, data).ToBytes();

    private static byte[] ManyPages(int count)
    {
        var file = PdfFile.OfPages(PdfFile.Resume);
        var kids = string.Concat(Enumerable.Repeat("100 0 R ", count));
        return file.Set(2, $"<</Type/Pages/Kids[{kids}]/Count {count}/MediaBox[0 0 612 792]/Resources 6 0 R>>")
            .ToBytes();
    }

    private static PdfFile WithImage(string content) =>
        PdfFile
            .OfPages(content)
            .WithResources("/XObject<</Im 7 0 R>>")
            .SetStream(
                7,
                "/Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray",
                [0, 255, 255, 0]
            );

    private static byte[] Scan() => WithImage("q 612 0 0 792 0 0 cm /Im Do Q").ToBytes();

    private static byte[] StampedScan() =>
        WithImage("q 612 0 0 792 0 0 cm /Im Do Q " + PdfFile.Text(72, 20, 8, "Scanned with CamScanner, page 1 of 1"))
            .ToBytes();

    private static byte[] ScanWithLayer() =>
        WithImage("q 612 0 0 792 0 0 cm /Im Do Q 3 Tr " + PdfFile.Resume).ToBytes();

    private static byte[] OpenAction(string action) =>
        PdfFile.OfPages(PdfFile.Resume).Set(1, $"<</Type/Catalog/Pages 2 0 R/OpenAction<<{action}>>>>").ToBytes();

    private static byte[] Attachments() =>
        PdfFile
            .OfPages(PdfFile.Resume)
            .Set(1, "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a.exe) 8 0 R]>>>>>>")
            .Set(8, "<</Type/Filespec/F(a.exe)>>")
            .ToBytes();

    private static byte[] FormLoop() =>
        PdfFile
            .OfPages(PdfFile.Resume + " /Fm Do")
            .WithResources("/XObject<</Fm 7 0 R>>")
            .SetStream(
                7,
                "/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</Fn 8 0 R>>>>",
                "/Fn Do"u8.ToArray()
            )
            .SetStream(
                8,
                "/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</Fm 7 0 R>>>>",
                "/Fm Do"u8.ToArray()
            )
            .ToBytes();

    private static byte[] FormBomb()
    {
        var file = PdfFile.OfPages(PdfFile.Resume + " /X Do").WithResources("/XObject<</X 10 0 R>>");
        for (var i = 10; i < 50; i++)
        {
            file.SetStream(
                i,
                $"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</X {i + 1} 0 R>>>>",
                "/X Do /X Do"u8.ToArray()
            );
        }

        return file.SetStream(50, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]", " "u8.ToArray()).ToBytes();
    }

    private static byte[] DeepArrays(int depth) =>
        PdfFile
            .OfPages(PdfFile.Resume)
            .Set(6, $"<</Font<</F1 5 0 R>>/Deep {new string('[', depth)}{new string(']', depth)}>>")
            .ToBytes();

    /// <summary>The standard security handler with check values that no empty password meets.</summary>
    private static byte[] Encrypted()
    {
        var file = PdfFile
            .OfPages(PdfFile.Resume)
            .Set(9, $"<</Filter/Standard/V 1/R 2/O<{new string('A', 64)}>/U<{new string('B', 64)}>/P -4>>");
        file.Trailer = "/Encrypt 9 0 R/ID[<0123456789ABCDEF0123456789ABCDEF><0123456789ABCDEF0123456789ABCDEF>]";
        return file.ToBytes();
    }
}
