using System.Text;
using CiivSoft.Documents.Tests.Files;
using static CiivSoft.Documents.DocumentVerdict;

namespace CiivSoft.Documents.Tests.Hostile;

internal static class HostileOffice
{
    private const string Laughs =
        "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]><w:document>&d;</w:document>";

    private const string External =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]><w:document>&secret;</w:document>";

    public static IEnumerable<(string Name, HostileCase Case)> All() =>
        [
            (
                "docx as it should be",
                new("cv.docx", () => ZipFile.ResumeDocx(), Parsed) { Contains = "intensive care" }
            ),
            ("docx zip bomb", new("cv.docx", ZipBomb, Quarantined) { Reason = "unpacks" }),
            ("docx of 200,000 entries", new("cv.docx", () => ManyEntries(200_000), Quarantined) { Reason = "entries" }),
            (
                "docx with names that leave the archive",
                new("cv.docx", ZipSlip, ParsedWithWarning)
                {
                    Contains = "intensive care",
                    Warns = DocumentWarningKind.ActiveContent,
                }
            ),
            ("docx with a billion laughs", new("cv.docx", () => ZipFile.Of(("word/document.xml", Laughs)), Unreadable)),
            (
                "docx with an external entity",
                new("cv.docx", () => ZipFile.Of(("word/document.xml", External)), Unreadable) { Lacks = "root:" }
            ),
            (
                "docm with macros",
                new("cv.docm", Macros, ParsedWithWarning)
                {
                    Contains = "intensive care",
                    Warns = DocumentWarningKind.ActiveContent,
                }
            ),
            (
                "docx with a remote template",
                new("cv.docx", RemoteTemplate, ParsedWithWarning) { Warns = DocumentWarningKind.ActiveContent }
            ),
            ("docx of tables nested 100,000 deep", new("cv.docx", () => DeepTables(100_000), Quarantined)),
            (
                "docx of tables nested 60 deep",
                new("cv.docx", () => DeepTables(60), Parsed, ParsedWithWarning) { Contains = "intensive care" }
            ),
            ("docx cut in half", new("cv.docx", () => ZipFile.ResumeDocx()[..300], Unreadable)),
            (
                "docx with broken XML",
                new("cv.docx", () => ZipFile.Of(("word/document.xml", "<w:document><w:body>")), Unreadable)
            ),
            ("docx without its document", new("cv.docx", () => ZipFile.Of(("word/other.xml", "<a/>")), Unreadable)),
            (
                "docx whose styles inherit from each other",
                new("cv.docx", StyleLoop, Parsed) { Contains = "intensive care" }
            ),
            (
                "docx with control characters",
                new("cv.docx", () => ZipFile.ResumeDocx(ZipFile.Paragraph("a&#1;b")), ParsedWithWarning, Unreadable)
            ),
            (
                "docx named as pdf",
                new("cv.pdf", () => ZipFile.ResumeDocx(), ParsedWithWarning)
                {
                    Contains = "intensive care",
                    Warns = DocumentWarningKind.WrongExtension,
                }
            ),
            ("zip of no document", new("cv.docx", () => ZipFile.Of(("a.txt", "hello")), Unreadable)),
            ("zip without entries", new("cv.docx", () => [.. "PK\x05\x06"u8, .. new byte[18]], Unreadable)),
            (
                "odt as it should be",
                new("cv.odt", () => ZipFile.Odt(ZipFile.ResumeOdtBody), Parsed) { Contains = "intensive care" }
            ),
            ("odt with a billion laughs", new("cv.odt", () => ZipFile.Of(("content.xml", Laughs)), Unreadable)),
            ("odt protected by a password", new("cv.odt", EncryptedOdt, Unreadable) { Reason = "password" }),
            ("legacy doc that is damaged", new("cv.doc", () => Compound("WordDocument"), Unreadable)),
            (
                "legacy doc protected by a password",
                new("cv.doc", () => LegacyDoc(flags: 0x1300), Unreadable) { Reason = "password" }
            ),
            (
                "legacy doc without one",
                new("cv.doc", () => LegacyDoc(flags: 0x1200), Unreadable) { Reason = "legacy Word format" }
            ),
            (
                "docx protected by a password",
                new("cv.docx", () => Compound("EncryptedPackage"), Unreadable) { Reason = "password" }
            ),
            ("compound file of another program", new("cv.doc", () => Compound("Workbook"), Unreadable)),
        ];

    // Of Word's own stream only the beginning matters: its identifier and the flag.
    private static byte[] LegacyDoc(int flags)
    {
        byte[] fib = [0xEC, 0xA5, 0xC1, 0x00, 0, 0, 0x09, 0x04, 0, 0, (byte)flags, (byte)(flags >> 8)];
        byte[] file = [.. Compound("WordDocument")];
        var start = (file.Length + 511) / 512 * 512;
        Array.Resize(ref file, start + 4096);
        fib.CopyTo(file, start);
        return file;
    }

    private static byte[] ZipBomb() =>
        ZipFile.Of(("word/document.xml", Encoding.UTF8.GetBytes(ZipFile.Document(new string(' ', 200_000_000)))));

    private static byte[] ManyEntries(int count) =>
        ZipFile.Of([
            ("word/document.xml", ZipFile.Document()),
            .. Enumerable.Range(0, count).Select(i => ($"{i}", "")),
        ]);

    private static byte[] ZipSlip() =>
        ZipFile.Of(
            ("word/document.xml", ZipFile.Document(ZipFile.Paragraph(string.Join(' ', ZipFile.ResumeParagraphs)))),
            ("../../../../tmp/evil.sh", "rm")
        );

    private static byte[] Macros() =>
        ZipFile.Of(
            ("word/document.xml", ZipFile.Document(ZipFile.Paragraph(string.Join(' ', ZipFile.ResumeParagraphs)))),
            ("word/vbaProject.bin", "macro")
        );

    private static byte[] RemoteTemplate() =>
        ZipFile.Of(
            ("word/document.xml", ZipFile.Document(ZipFile.Paragraph(string.Join(' ', ZipFile.ResumeParagraphs)))),
            (
                "word/_rels/settings.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"x/attachedTemplate\" Target=\"http://127.0.0.1:9/t.dotm\" TargetMode=\"External\"/></Relationships>"
            )
        );

    private static byte[] DeepTables(int depth) =>
        ZipFile.Docx(
            string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", depth)),
            ZipFile.Paragraph(string.Join(' ', ZipFile.ResumeParagraphs)),
            string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", depth))
        );

    private static byte[] StyleLoop() =>
        ZipFile.Of(
            (
                "word/document.xml",
                ZipFile.Document([
                    .. ZipFile.ResumeParagraphs.Select(text =>
                        $"<w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
                    ),
                ])
            ),
            (
                "word/styles.xml",
                "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style><w:style w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style></w:styles>"
            )
        );

    private static byte[] EncryptedOdt() =>
        ZipFile.Of(
            ("content.xml", "\u0001\u0002"),
            ("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>")
        );

    private static byte[] Compound(string stream) =>
        [
            0xD0,
            0xCF,
            0x11,
            0xE0,
            0xA1,
            0xB1,
            0x1A,
            0xE1,
            .. new byte[504],
            .. Encoding.Unicode.GetBytes(stream),
            .. new byte[1024],
        ];
}
