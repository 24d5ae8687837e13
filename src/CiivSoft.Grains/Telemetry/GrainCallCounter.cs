using System.Diagnostics.Metrics;

namespace CiivSoft.Grains.Telemetry;

/// <summary>
/// Counts the calls that our grains get, those within one silo too: <c>ciivsoft.grain.calls</c> by grain interface and
/// method. Calls of Orleans itself (reminders, management) are not counted.
/// </summary>
internal sealed class GrainCallCounter : IIncomingGrainCallFilter, IDisposable
{
    public const string MeterName = "CiivSoft.Grains";

    private const string OurInterfaces = "CiivSoft.";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _calls;

    public GrainCallCounter() =>
        _calls = _meter.CreateCounter<long>("ciivsoft.grain.calls", "{call}", "Calls to CiivSoft's grains.");

    public Task Invoke(IIncomingGrainCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (_calls.Enabled && context.InterfaceName.StartsWith(OurInterfaces, StringComparison.Ordinal))
        {
            _calls.Add(
                1,
                new KeyValuePair<string, object?>("interface", context.InterfaceName),
                new KeyValuePair<string, object?>("method", context.MethodName)
            );
        }

        return context.Invoke();
    }

    public void Dispose() => _meter.Dispose();
}
