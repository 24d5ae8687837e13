using CiivSoft.Documents.Reading;
using CiivSoft.Documents.Text;

namespace CiivSoft.Documents.Conversion;

/// <summary>
/// Gives documents that the worker cannot read to programs that may be installed: <c>tesseract</c> (with poppler's
/// <c>pdftoppm</c> for PDF), <c>antiword</c> or LibreOffice. Each runs as a process of its own with a limit of time, in
/// a folder that is removed afterwards.
/// </summary>
internal sealed class DocumentConverter(DocumentReaderOptions options, TimeProvider timeProvider)
{
    private const int MaxPages = 8;
    private const int DotsPerInch = 200;

    private static readonly InstalledTool? Tesseract = InstalledTool.Find("tesseract");
    private static readonly InstalledTool? Rasteriser = InstalledTool.Find("pdftoppm");
    private static readonly InstalledTool? Antiword = InstalledTool.Find("antiword");
    private static readonly InstalledTool? Office = InstalledTool.Find("soffice");

    /// <summary>The recognised text, or the reading as it was.</summary>
    public Task<DocumentReading> RecogniseAsync(
        DocumentReading reading,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellationToken
    ) =>
        Tesseract is null || (reading.Format == DocumentFormat.Pdf && Rasteriser is null)
            ? Task.FromResult(reading)
            : ConvertAsync(reading, content, RecogniseInAsync, "recognised from pictures", cancellationToken);

    /// <summary>The converted text, or the reading as it was.</summary>
    public Task<DocumentReading> ConvertWordAsync(
        DocumentReading reading,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellationToken
    ) =>
        Antiword is null && Office is null
            ? Task.FromResult(reading)
            : ConvertAsync(reading, content, ConvertWordInAsync, null, cancellationToken);

    private async Task<DocumentReading> ConvertAsync(
        DocumentReading reading,
        ReadOnlyMemory<byte> content,
        Func<string, DocumentFormat, CancellationToken, Task<string?>> convert,
        string? recognised,
        CancellationToken cancellationToken
    )
    {
        var folder = Directory.CreateTempSubdirectory("ciivsoft-document-").FullName;
        using var limit = new CancellationTokenSource(options.ConversionTimeLimit, timeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "document"), content, both.Token);
            var text = await convert(folder, reading.Format, both.Token);
            return text is null ? Failed(reading) : WithText(reading, text, recognised);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var seconds = options.ConversionTimeLimit.TotalSeconds;
            return reading with { Reason = $"{reading.Reason}; the conversion took more than {seconds} s" };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static DocumentReading Failed(DocumentReading reading) =>
        reading with
        {
            Reason =
                reading.Format == DocumentFormat.LegacyWord
                    ? "legacy Word format that the converter cannot read"
                    : $"{reading.Reason}, and OCR failed",
        };

    private static DocumentReading WithText(DocumentReading reading, string text, string? recognised)
    {
        var findings = new Findings();
        foreach (var warning in reading.Warnings)
        {
            findings.Add(warning.Kind, warning.Detail, warning.Count);
        }

        var clean = TextCleaner.Clean(text, findings);
        if (clean.Count(char.IsLetterOrDigit) < 20)
        {
            return reading;
        }

        if (recognised is not null)
        {
            findings.Add(DocumentWarningKind.RecognisedText, recognised);
        }

        var warnings = findings.ToWarnings();
        return reading with
        {
            Verdict = warnings.IsEmpty ? DocumentVerdict.Parsed : DocumentVerdict.ParsedWithWarning,
            Reason = null,
            Text = clean,
            Warnings = warnings,
        };
    }

    private static async Task<string?> RecogniseInAsync(
        string folder,
        DocumentFormat format,
        CancellationToken cancellationToken
    )
    {
        // Both are there, or RecogniseAsync would have stopped.
        var (tesseract, rasteriser) = (Tesseract, Rasteriser);
        string[] pictures = ["document"];
        if (format == DocumentFormat.Pdf && rasteriser is not null)
        {
            string[] raster = ["-gray", "-r", $"{DotsPerInch}", "-l", $"{MaxPages}", "document", "page"];
            if (await rasteriser.RunAsync(folder, raster, cancellationToken) is null)
            {
                return null;
            }

            pictures = [.. Directory.GetFiles(folder, "page*").Order(StringComparer.Ordinal)];
        }

        var text = new List<string>();
        foreach (var picture in pictures)
        {
            if (tesseract is not null)
            {
                text.Add(await tesseract.RunAsync(folder, [picture, "stdout"], cancellationToken) ?? "");
            }
        }

        return string.Join('\n', text);
    }

    private static async Task<string?> ConvertWordInAsync(
        string folder,
        DocumentFormat format,
        CancellationToken cancellationToken
    )
    {
        var text = Antiword is null
            ? null
            : await Antiword.RunAsync(folder, ["-m", "UTF-8.txt", "-w", "0", "document"], cancellationToken);
        if (text is not null || Office is null)
        {
            // antiword draws tables with bars.
            return text?.Replace('|', '\t');
        }

        File.Move(Path.Combine(folder, "document"), Path.Combine(folder, "document.doc"));
        string[] arguments = ["--headless", "--convert-to", "txt:Text (encoded):UTF8", "document.doc"];
        await Office.RunAsync(folder, arguments, cancellationToken);
        var converted = Path.Combine(folder, "document.txt");
        return File.Exists(converted) ? await File.ReadAllTextAsync(converted, cancellationToken) : null;
    }
}
