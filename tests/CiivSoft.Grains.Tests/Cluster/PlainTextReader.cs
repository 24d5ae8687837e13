using System.Text;
using CiivSoft.Documents;

namespace CiivSoft.Grains.Tests.Cluster;

/// <summary>Reads text files in this process; the real reader has tests of its own.</summary>
internal sealed class PlainTextReader : IDocumentReader
{
    public const string Damaged = "%DAMAGED%";
    public const string Scan = "%SCAN%";
    public const string Protected = "%PROTECTED%";

    public Task<DocumentReading> ReadAsync(
        ReadOnlyMemory<byte> content,
        string fileName,
        CancellationToken cancellationToken
    )
    {
        var text = Encoding.UTF8.GetString(content.Span);
        var verdict =
            text is Damaged or Protected ? DocumentVerdict.Unreadable
            : text == Scan ? DocumentVerdict.NeedsOcr
            : DocumentVerdict.Parsed;
        return Task.FromResult(
            new DocumentReading
            {
                Verdict = verdict,
                NeedsPassword = text == Protected,
                Reason = verdict == DocumentVerdict.Parsed ? null : "test",
                Text = verdict == DocumentVerdict.Parsed ? text : "",
                Format = CiivSoft.Documents.DocumentFormat.Unknown,
                Sha256 = "",
            }
        );
    }
}
