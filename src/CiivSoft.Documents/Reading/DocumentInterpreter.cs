using System.Security.Cryptography;
using System.Xml;
using CiivSoft.Documents.Formats;
using CiivSoft.Documents.Text;

namespace CiivSoft.Documents.Reading;

/// <summary>
/// Bytes to reading, in this process and without limits on time or memory: <see cref="DocumentReaderPool"/> runs it in
/// a worker that has them.
/// </summary>
internal static class DocumentInterpreter
{
    private const int LittleTextCharacters = 100;

    public static DocumentReading Read(ReadOnlyMemory<byte> content, string fileName)
    {
        var format = DocumentFormat.Unknown;
        var findings = new Findings();
        try
        {
            if (content.Length > DocumentLimits.MaxFileBytes)
            {
                throw new DocumentLimitException("larger than 30 MB");
            }

            format = FormatSniffer.Sniff(content);
            FileNames.Compare(fileName, format, findings);
            var read = FormatReaders.For(format)(new DocumentSource(content, findings));
            return Judge(read, format, findings, content);
        }
        catch (UnreadableDocumentException unreadable)
        {
            return Failed(DocumentVerdict.Unreadable, unreadable.Message, format, findings, content) with
            {
                NeedsPassword = unreadable.NeedsPassword,
            };
        }
        catch (DocumentLimitException limit)
        {
            return Failed(DocumentVerdict.Quarantined, limit.Message, format, findings, content);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or EndOfStreamException)
        {
            return Failed(DocumentVerdict.Unreadable, "damaged", format, findings, content);
        }
        catch (Exception exception) when (exception is OutOfMemoryException or InsufficientExecutionStackException)
        {
            return Failed(DocumentVerdict.Quarantined, "memory limit", format, findings, content);
        }
#pragma warning disable CA1031 // The loop over documents must survive each of them; the type of a flaw is kept, its text may quote.
        catch (Exception exception)
        {
            return Failed(
                DocumentVerdict.Quarantined,
                $"the reader failed with {exception.GetType().Name}",
                format,
                findings,
                content
            );
        }
#pragma warning restore CA1031
    }

    public static DocumentReading Failed(
        DocumentVerdict verdict,
        string reason,
        DocumentFormat format,
        Findings findings,
        ReadOnlyMemory<byte> content
    ) =>
        new()
        {
            Verdict = verdict,
            Reason = reason,
            Format = format,
            Sha256 = Hash(content),
            Warnings = findings.ToWarnings(),
        };

    public static string Hash(ReadOnlyMemory<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content.Span));

    private static DocumentReading Judge(
        ReadText read,
        DocumentFormat format,
        Findings findings,
        ReadOnlyMemory<byte> content
    )
    {
        var text = TextCleaner.Clean(read.Text, findings);
        if (read.OcrReason is not null)
        {
            return Failed(DocumentVerdict.NeedsOcr, read.OcrReason, format, findings, content);
        }

        if (!text.Any(char.IsLetterOrDigit))
        {
            return Failed(DocumentVerdict.Unreadable, "no text", format, findings, content);
        }

        if (text.Length < LittleTextCharacters)
        {
            findings.Add(DocumentWarningKind.LittleText, $"fewer than {LittleTextCharacters} characters");
        }

        var warnings = findings.ToWarnings();
        return new DocumentReading
        {
            Verdict = warnings.IsEmpty ? DocumentVerdict.Parsed : DocumentVerdict.ParsedWithWarning,
            Text = text,
            Warnings = warnings,
            Format = format,
            Sha256 = Hash(content),
        };
    }
}
