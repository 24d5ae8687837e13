using System.Collections.Concurrent;
using System.Text;
using CiivSoft.Documents;

namespace CiivSoft.Grains.Tests.Cluster;

/// <summary>Reads text files in this process; the real reader has tests of its own.</summary>
internal sealed class PlainTextReader : IDocumentReader
{
    public const string Damaged = "%DAMAGED%";
    public const string Scan = "%SCAN%";
    public const string Protected = "%PROTECTED%";

    /// <summary>A file that begins so is damaged at the first look and gives the rest at the second.</summary>
    public const string Later = "%LATER%";

    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);

    public Task<DocumentReading> ReadAsync(
        ReadOnlyMemory<byte> content,
        string fileName,
        CancellationToken cancellationToken
    )
    {
        var text = Encoding.UTF8.GetString(content.Span);
        var verdict =
            text is Damaged or Protected || IsTooEarly(text) ? DocumentVerdict.Unreadable
            : text == Scan ? DocumentVerdict.NeedsOcr
            : DocumentVerdict.Parsed;
        return Task.FromResult(
            new DocumentReading
            {
                Verdict = verdict,
                NeedsPassword = text == Protected,
                Reason = verdict == DocumentVerdict.Parsed ? null : "test",
                Text = verdict == DocumentVerdict.Parsed ? text.Replace(Later, "", StringComparison.Ordinal) : "",
                Format = CiivSoft.Documents.DocumentFormat.Unknown,
                Sha256 = "",
            }
        );
    }

    private bool IsTooEarly(string text) =>
        text.StartsWith(Later, StringComparison.Ordinal) && _seen.TryAdd(text, true);
}
