using System.Text;
using CiivSoft.Documents.Pdf.Layout;
using CiivSoft.Documents.Reading;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace CiivSoft.Documents.Pdf;

/// <summary>PDF to text: what each page paints, without what nobody sees, in reading order.</summary>
internal static class PdfReader
{
    private const double PicturePageShare = 0.3;
    private const int FewCharacters = 20;

    // A picture of the whole page is a scan, though a fax or an app has stamped its line on it.
    private const double WholePageShare = 0.8;
    private const int FewCharactersOnScan = 150;
    private const int EndMarkWindow = 2048;

    public static ReadText Read(DocumentSource source)
    {
        var budget = new InflationBudget();
        try
        {
            return Read(source, budget);
        }
        catch (PdfDocumentEncryptedException exception)
        {
            throw UnreadableDocumentException.Protected(exception);
        }
        catch (Exception exception) when (PdfDamage.IsMetBy(exception))
        {
            ThrowIfOverdrawn(budget);
            throw new UnreadableDocumentException("damaged", exception);
        }
    }

    private static ReadText Read(DocumentSource source, InflationBudget budget)
    {
        var findings = source.Findings;
        var options = new PageOptions { SkipMissingFonts = true, FilterProvider = budget };
        using var document = PdfDocument.Open(source.Content, options);
        options.Layers.Load(document.Structure.Catalog.CatalogDictionary, document.Structure.TokenScanner);
        document.AddPageFactory<PdfPageContent, GlyphPageFactory>();
        if (document.IsEncrypted)
        {
            findings.Add(DocumentWarningKind.Encrypted, "opens without a password");
        }

        if (source.Content.Span[^Math.Min(source.Content.Length, EndMarkWindow)..].LastIndexOf("%%EOF"u8) < 0)
        {
            findings.Add(DocumentWarningKind.Damaged, "the end of the file is missing");
        }

        PdfProperties.Inspect(document, findings);
        return ReadPages(document, findings, budget);
    }

    private static ReadText ReadPages(PdfDocument document, Findings findings, InflationBudget budget)
    {
        var text = new StringBuilder();
        var pages = Math.Min(document.NumberOfPages, DocumentLimits.MaxPages);
        if (document.NumberOfPages > pages)
        {
            findings.Add(DocumentWarningKind.Shortened, $"more than {pages} pages");
        }

        int pictures = 0,
            pictureCharacters = 0,
            damaged = 0,
            failures = 0,
            glyphs = 0,
            unmapped = 0;
        for (var number = 1; number <= pages && text.Length <= DocumentLimits.MaxTextCharacters; number++)
        {
            if (ReadPage(document, number) is not { } page)
            {
                ThrowIfOverdrawn(budget);
                damaged++;
                continue;
            }

            ThrowIfOverdrawn(budget);
            var visible = HiddenGlyphs.RemoveFrom(page, findings);
            findings.Add(
                DocumentWarningKind.ActiveContent,
                "annotations with actions or files",
                page.HasActiveContent ? 1 : 0
            );
            glyphs += page.Glyphs.Count;
            unmapped += page.UnmappedGlyphs;
            failures += page.Failures;
            if (IsPicture(page, visible) || IsMostlyUnmapped(page.Glyphs.Count, page.UnmappedGlyphs))
            {
                pictures++;
                pictureCharacters += FewCharactersOn(page);
            }

            PageText.Append(visible, text);
        }

        if (damaged == pages)
        {
            throw new UnreadableDocumentException("damaged");
        }

        findings.Add(DocumentWarningKind.Damaged, "pages that cannot be read", damaged);
        findings.Add(DocumentWarningKind.Damaged, "parts of pages that cannot be painted", failures);
        findings.Add(DocumentWarningKind.Damaged, "streams that break off", budget.DamagedStreams);
        return Judge(text.ToString(), findings, (pictures, pictureCharacters), glyphs, unmapped);
    }

    private static ReadText Judge(
        string text,
        Findings findings,
        (int Pages, int Characters) pictures,
        int glyphs,
        int unmapped
    )
    {
        if (IsMostlyUnmapped(glyphs, unmapped))
        {
            return new ReadText { Text = text, OcrReason = "the fonts do not say which characters they draw" };
        }

        var words = text.Count(char.IsLetterOrDigit);
        if (words < pictures.Characters)
        {
            return new ReadText { Text = text, OcrReason = "the pages are pictures" };
        }

        findings.Add(DocumentWarningKind.PicturePages, "pages without text", pictures.Pages);
        return new ReadText { Text = text };
    }

    private static bool IsMostlyUnmapped(int glyphs, int unmapped) => glyphs > FewCharacters && unmapped * 2 > glyphs;

    private static bool IsPicture(PdfPageContent page, IReadOnlyList<Glyph> visible) =>
        visible.Count(glyph => !glyph.IsBlank) < FewCharactersOn(page)
        && HiddenGlyphs.PictureShare(page) >= PicturePageShare;

    private static int FewCharactersOn(PdfPageContent page) =>
        HiddenGlyphs.PictureShare(page) >= WholePageShare ? FewCharactersOnScan : FewCharacters;

    /// <summary>The page, or null when it is damaged.</summary>
    private static PdfPageContent? ReadPage(PdfDocument document, int number)
    {
        try
        {
            return document.GetPage<PdfPageContent>(number);
        }
        catch (Exception exception) when (PdfDamage.IsMetBy(exception))
        {
            return null;
        }
    }

    private static void ThrowIfOverdrawn(InflationBudget budget)
    {
        if (budget.IsOverdrawn)
        {
            throw new DocumentLimitException(
                $"unpacks to more than {DocumentLimits.MaxInflatedBytes / (1024 * 1024)} MB"
            );
        }
    }
}
