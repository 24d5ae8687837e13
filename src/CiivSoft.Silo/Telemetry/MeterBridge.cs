using System.Diagnostics.Metrics;
using Prometheus;

namespace CiivSoft.Silo.Telemetry;

/// <summary>
/// Brings what the meters measure into a registry of prometheus-net. The library's own adapter would put the meter's name
/// before each metric, show counters as gauges and, on this runtime, shows no values at all.
/// </summary>
internal sealed class MeterBridge : IDisposable
{
    private readonly MeterListener _listener = new();
    private bool _isDisposed;

    public MeterBridge(CollectorRegistry registry)
    {
        var factory = Metrics.WithCustomRegistry(registry);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (Meters.IsOurs(instrument))
            {
                listener.EnableMeasurementEvents(instrument, new BridgedInstrument(instrument, factory));
            }
        };
        Listen<byte>(static value => value);
        Listen<short>(static value => value);
        Listen<int>(static value => value);
        Listen<long>(static value => value);
        Listen<float>(static value => value);
        Listen<double>(static value => value);
        Listen<decimal>(static value => (double)value);
        _listener.Start();
        registry.AddBeforeCollectCallback(Observe);
    }

    public void Dispose()
    {
        _isDisposed = true;
        _listener.Dispose();
    }

    private void Listen<T>(Func<T, double> toDouble)
        where T : struct =>
        _listener.SetMeasurementEventCallback<T>(
            (_, measurement, tags, state) => ((BridgedInstrument)state!).Record(toDouble(measurement), tags)
        );

    // The registry outlives this and keeps the callback.
    private void Observe()
    {
        if (!_isDisposed)
        {
            _listener.RecordObservableInstruments();
        }
    }
}
