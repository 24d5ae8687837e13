using System.Diagnostics.Metrics;

namespace CiivSoft.Documents.Pool;

/// <summary>Counts documents and the processes that read them; nothing of a document itself.</summary>
internal sealed class DocumentMetrics : IDisposable
{
    private readonly Meter _meter = new(DocumentReaderPool.MeterName);
    private readonly Histogram<double> _documents;
    private readonly Counter<long> _workers;

    public DocumentMetrics()
    {
        _documents = _meter.CreateHistogram<double>(
            "ciivsoft.documents.duration",
            "s",
            "Documents read, by verdict and format; the wait for a free worker is part of the time."
        );
        _workers = _meter.CreateCounter<long>(
            "ciivsoft.documents.workers",
            "{process}",
            "Document workers that started or ended, and why."
        );
    }

    public void Read(DocumentReading reading, TimeSpan duration) =>
        _documents.Record(
            duration.TotalSeconds,
            new("verdict", reading.Verdict.ToString()),
            new("format", reading.Format.ToString())
        );

    /// <param name="change"><c>started</c>, <c>retired</c>, <c>suspect</c>, <c>died</c> or <c>too-slow</c>.</param>
    public void Worker(string change) => _workers.Add(1, new KeyValuePair<string, object?>("event", change));

    public void Dispose() => _meter.Dispose();
}
