using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Grains.Accounts;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Reading;

namespace CiivSoft.Grains.Telemetry;

/// <summary>
/// How the accounts on this silo stand, added up. An account is on one silo at a time, so that over a cluster the silos' sums
/// add up too. Ages are those of the worst account.
/// </summary>
internal sealed class AccountGauges : IDisposable
{
    private static readonly EffectState[] OpenStates =
    [
        EffectState.Planned,
        EffectState.Sending,
        EffectState.Unknown,
        EffectState.Blocked,
    ];

    private readonly Meter _meter = new(GrainCallCounter.MeterName);
    private readonly ConcurrentDictionary<AccountKey, AccountReading> _readings = new();
    private readonly ConcurrentDictionary<AccountKey, WaitingCounts> _waiting = new();
    private readonly ConcurrentDictionary<string, int> _vectors = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;
    private readonly Instrument _backlog;

    public AccountGauges(TimeProvider clock)
    {
        _clock = clock;
        _meter.CreateObservableGauge(
            "ciivsoft.accounts",
            Accounts,
            "{account}",
            "Accounts by whether Lever accepts their key."
        );
        _meter.CreateObservableGauge("ciivsoft.findings", Findings, "{finding}", "What needs a person, by kind.");
        _meter.CreateObservableGauge(
            "ciivsoft.scan.lag",
            ScanLag,
            "s",
            "How long the scan that is most overdue is overdue."
        );
        _meter.CreateObservableGauge(
            "ciivsoft.rate.limit",
            () => _readings.Values.Sum(r => r.CallsPerSecond),
            "{call}/s",
            "Calls to Lever a second that are permitted now."
        );
        _meter.CreateObservableGauge(
            "ciivsoft.rate.waiting",
            () => (long)_readings.Values.Sum(r => r.CallsWaiting),
            "{call}",
            "Calls that wait for a permit."
        );
        _backlog = _meter.CreateObservableGauge(
            "ciivsoft.work.backlog",
            Backlog,
            "{item}",
            "Work that waits, by priority."
        );
        _meter.CreateObservableGauge(
            "ciivsoft.effects.open",
            OpenEffects,
            "{effect}",
            "Effects that are not settled, by state."
        );
        _meter.CreateObservableGauge(
            "ciivsoft.effects.unknown.age",
            UnknownAge,
            "s",
            "How long ago the oldest effect of unknown outcome was sent; 0 when there is none."
        );
        _meter.CreateObservableGauge(
            "ciivsoft.index.vectors",
            () => _vectors.Values.Sum(count => (long)count),
            "{vector}",
            "Vectors in the index shards of this silo."
        );
    }

    /// <summary>Whether anybody looks, so that the database is worth asking.</summary>
    public bool AreRead => _backlog.Enabled;

    /// <summary>The accounts on this silo.</summary>
    public ICollection<AccountKey> Here => _readings.Keys;

    public void Report(AccountKey account, AccountReading reading) => _readings[account] = reading;

    /// <summary>Tells what waits, unless the account left this silo meanwhile.</summary>
    public void Report(AccountKey account, WaitingCounts waiting)
    {
        if (_readings.ContainsKey(account))
        {
            _waiting[account] = waiting;
        }
    }

    public void Forget(AccountKey account)
    {
        _readings.TryRemove(account, out _);
        _waiting.TryRemove(account, out _);
    }

    public void Report(string shard, int vectors) => _vectors[shard] = vectors;

    public void ForgetShard(string shard) => _vectors.TryRemove(shard, out _);

    public void Dispose() => _meter.Dispose();

    // Each value is told even at 0, so that an alert can tell "none" from "not measured".
    private IEnumerable<Measurement<long>> Accounts() =>
        Enum.GetValues<ConnectionStatus>()
            .Where(status => status != ConnectionStatus.None)
            .Select(status =>
                Of(_readings.Values.LongCount(r => r.Connection == status), "connection", status.ToString())
            );

    private IEnumerable<Measurement<long>> Findings() =>
        _readings
            .Values.SelectMany(r => r.Findings)
            .Concat(AccountFindings.Kinds)
            .CountBy(kind => kind, StringComparer.Ordinal)
            .Select(kind => Of(kind.Value - 1, "kind", kind.Key));

    private double ScanLag()
    {
        var now = _clock.GetUtcNow();
        return _readings
            .Values.Where(r => r.ScanDueAt < now)
            .Select(r => (now - r.ScanDueAt!.Value).TotalSeconds)
            .DefaultIfEmpty(0)
            .Max();
    }

    private IEnumerable<Measurement<long>> Backlog()
    {
        var work = _waiting.Values.Select(w => w.Work).ToList();
        return
        [
            Of(work.Sum(w => w.NewApplications), "priority", "NewApplication"),
            Of(work.Sum(w => w.NewPostings), "priority", "NewPosting"),
            Of(work.Sum(w => w.Backfill), "priority", "Backfill"),
            Of(work.Sum(w => w.Postponed), "priority", "Postponed"),
        ];
    }

    private IEnumerable<Measurement<long>> OpenEffects() =>
        OpenStates.Select(state =>
            Of(_waiting.Values.Sum(w => w.Effects.GetValueOrDefault(state)), "state", state.ToString())
        );

    private double UnknownAge()
    {
        var now = _clock.GetUtcNow();
        return _waiting
            .Values.Select(w => w.OldestUnknown is { } sent ? (now - sent).TotalSeconds : 0)
            .DefaultIfEmpty(0)
            .Max();
    }

    private static Measurement<long> Of(long value, string tag, string name) =>
        new(value, new KeyValuePair<string, object?>(tag, name));
}
