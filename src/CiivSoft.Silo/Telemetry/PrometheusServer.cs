using System.Net;
using Prometheus;

namespace CiivSoft.Silo.Telemetry;

/// <summary>
/// <c>/metrics</c> on an address of its own and nothing else there: it needs no login, since who may reach the address is the
/// network's decision, and the pages' address gets no door without one.
/// </summary>
internal sealed partial class PrometheusServer(IPEndPoint endpoint, ILogger<PrometheusServer> logger)
    : IHostedService,
        IDisposable
{
    private readonly CollectorRegistry _registry = Metrics.NewCustomRegistry();
    private MeterBridge? _meters;
    private KestrelMetricServer? _server;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _meters = new MeterBridge(_registry);
        _server = new KestrelMetricServer(
            new KestrelMetricServerOptions
            {
                Hostname = endpoint.Address.ToString(),
                Port = (ushort)endpoint.Port,
                Url = "/metrics",
                Registry = _registry,
            }
        );
        _server.Start();
        LogServed(endpoint);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _server?.StopAsync() ?? Task.CompletedTask;

    public void Dispose()
    {
        _meters?.Dispose();
        _server?.Dispose();
    }

    [LoggerMessage(LogLevel.Information, "Metrics for Prometheus are served on http://{Endpoint}/metrics")]
    private partial void LogServed(IPEndPoint endpoint);
}
