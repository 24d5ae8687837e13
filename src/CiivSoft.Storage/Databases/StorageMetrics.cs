using System.Diagnostics.Metrics;

namespace CiivSoft.Storage.Databases;

/// <summary>Counts what the database was asked to make durable.</summary>
internal sealed class StorageMetrics : IDisposable
{
    public const string MeterName = "CiivSoft.Storage";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _commits;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _errors;

    public StorageMetrics()
    {
        _commits = _meter.CreateCounter<long>(
            "ciivsoft.storage.commits",
            "{commit}",
            "Write transactions committed by the stores; grain state and reminders are counted by Orleans."
        );
        _retries = _meter.CreateCounter<long>(
            "ciivsoft.storage.retries",
            "{retry}",
            "Write transactions run again after a deadlock or a busy database."
        );
        _errors = _meter.CreateCounter<long>(
            "ciivsoft.storage.errors",
            "{error}",
            "Calls of the stores that failed in the database."
        );
    }

    public void Committed(string operation) =>
        _commits.Add(1, new KeyValuePair<string, object?>("operation", operation));

    public void Retried(string operation) => _retries.Add(1, new KeyValuePair<string, object?>("operation", operation));

    public void Failed(string operation, bool isTransient) =>
        _errors.Add(1, new("operation", operation), new("transient", isTransient));

    public void Dispose() => _meter.Dispose();
}
