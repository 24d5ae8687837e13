using System.Collections.Concurrent;
using CiivSoft.Documents.Conversion;
using CiivSoft.Documents.Pool;
using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents;

/// <summary>
/// Reads documents in child processes that have limits of time and memory, so that no document can take this process
/// down. Workers start when they are needed and are replaced when they fail. May be used from many threads at once.
/// </summary>
public sealed class DocumentReaderPool : IDocumentReader, IDisposable
{
    /// <summary>The meter of this library.</summary>
    public const string MeterName = "CiivSoft.Documents";

    private readonly DocumentMetrics _metrics = new();
    private readonly DocumentReaderOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly SemaphoreSlim _free;
    private readonly ConcurrentBag<WorkerProcess> _idle = [];
    private readonly DocumentConverter _converter;

    /// <summary>Starts nothing yet.</summary>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="timeProvider">Measures the limits; null for the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is not positive, or the memory is below 128 MB.</exception>
    public DocumentReaderPool(DocumentReaderOptions? options = null, TimeProvider? timeProvider = null)
    {
        _options = options ?? new DocumentReaderOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Workers, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.DocumentsPerWorker, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MemoryLimitBytes, 128 * 1024 * 1024, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(_options.TimeLimit, TimeSpan.Zero, nameof(options));
        _timeProvider = timeProvider ?? TimeProvider.System;
        _free = new SemaphoreSlim(_options.Workers);
        _converter = new DocumentConverter(_options, _timeProvider);
    }

    /// <inheritdoc/>
    public async Task<DocumentReading> ReadAsync(
        ReadOnlyMemory<byte> content,
        string fileName,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var begun = _timeProvider.GetTimestamp();
        var reading = await ReadInTurnAsync(content, fileName, cancellationToken);
        _metrics.Read(reading, _timeProvider.GetElapsedTime(begun));
        return reading;
    }

    private async Task<DocumentReading> ReadInTurnAsync(
        ReadOnlyMemory<byte> content,
        string fileName,
        CancellationToken cancellationToken
    )
    {
        if (content.Length > DocumentLimits.MaxFileBytes)
        {
            return Quarantined("larger than 30 MB", content);
        }

        await _free.WaitAsync(cancellationToken);
        try
        {
            var reading = await ReadInWorkerAsync(content, fileName, cancellationToken);
            return _options.UseInstalledTools ? await ConvertAsync(reading, content, cancellationToken) : reading;
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>Ends all workers. Documents that are being read have no verdict.</summary>
    public void Dispose()
    {
        while (_idle.TryTake(out var worker))
        {
            worker.Dispose();
        }

        _free.Dispose();
        _metrics.Dispose();
    }

    private static DocumentReading Quarantined(string reason, ReadOnlyMemory<byte> content) =>
        DocumentInterpreter.Failed(
            DocumentVerdict.Quarantined,
            reason,
            DocumentFormat.Unknown,
            new Findings(),
            content
        );

    private async Task<DocumentReading> ReadInWorkerAsync(
        ReadOnlyMemory<byte> content,
        string fileName,
        CancellationToken cancellationToken
    )
    {
        using var limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _timeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        while (true)
        {
            var worker = await TakeWorkerAsync(cancellationToken);
            var isFresh = worker.DocumentsRead == 0;
            limit.CancelAfter(_options.TimeLimit);
            try
            {
                if (await worker.ReadAsync(content, fileName, both.Token) is { } reading)
                {
                    Return(worker, reading);
                    return reading;
                }

                _metrics.Worker("died");
                worker.Dispose();
            }
            catch (OperationCanceledException)
            {
                _metrics.Worker("too-slow");
                worker.Dispose();
                cancellationToken.ThrowIfCancellationRequested();
                return Quarantined($"time limit of {_options.TimeLimit.TotalSeconds} s", content);
            }

            // An old worker may have died of earlier documents; in a fresh one there is nobody else to blame.
            if (isFresh)
            {
                return Quarantined("the reader died, most likely of the memory limit", content);
            }
        }
    }

    private async Task<WorkerProcess> TakeWorkerAsync(CancellationToken cancellationToken)
    {
        while (_idle.TryTake(out var worker))
        {
            if (!worker.HasExited)
            {
                return worker;
            }

            _metrics.Worker("died");
            worker.Dispose();
        }

        _metrics.Worker("started");
        return await WorkerProcess.StartAsync(_options, _timeProvider, cancellationToken);
    }

    private void Return(WorkerProcess worker, DocumentReading reading)
    {
        if (reading.Verdict == DocumentVerdict.Quarantined || worker.DocumentsRead >= _options.DocumentsPerWorker)
        {
            _metrics.Worker(reading.Verdict == DocumentVerdict.Quarantined ? "suspect" : "retired");
            worker.Dispose();
        }
        else
        {
            _idle.Add(worker);
        }
    }

    private async Task<DocumentReading> ConvertAsync(
        DocumentReading reading,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellationToken
    ) =>
        reading switch
        {
            { Verdict: DocumentVerdict.NeedsOcr } => await _converter.RecogniseAsync(
                reading,
                content,
                cancellationToken
            ),
            { Verdict: DocumentVerdict.Unreadable, Format: DocumentFormat.LegacyWord } =>
                await _converter.ConvertWordAsync(reading, content, cancellationToken),
            _ => reading,
        };
}
