using System.Net;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CiivSoft.Silo.Telemetry;

/// <summary>
/// Sends traces, metrics and logs where the settings say. The spans and figures themselves are made where the work is done and
/// cost next to nothing while nobody asks for them.
/// </summary>
internal static class TelemetryServices
{
    private const string ServiceName = "ciivsoft";

    public static void AddTelemetry(this WebApplicationBuilder builder, TelemetrySettings settings)
    {
        if (settings.PrometheusEndpoint is { } endpoint)
        {
            builder.Services.AddHostedService(p => new PrometheusServer(
                endpoint,
                p.GetRequiredService<ILogger<PrometheusServer>>()
            ));
        }

        if (settings.OtlpAddress is not { } collector)
        {
            return;
        }

        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService(ServiceName, serviceVersion: Version, serviceInstanceId: Instance))
            .WithTracing(traces =>
                traces
                    .AddSource(Meters.TraceSources)
                    .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(settings.Sample)))
                    .AddOtlpExporter(o => Use(o, collector, settings.OtlpProtocol, "v1/traces"))
            )
            .WithMetrics(metrics =>
                metrics
                    .AddMeter(Meters.Names)
                    .AddView(Meters.FindView)
                    .AddOtlpExporter(o => Use(o, collector, settings.OtlpProtocol, "v1/metrics"))
            )
            .WithLogging(
                logs => logs.AddOtlpExporter(o => Use(o, collector, settings.OtlpProtocol, "v1/logs")),
                o => o.IncludeFormattedMessage = true
            );
    }

    private static string? Version => typeof(TelemetryServices).Assembly.GetName().Version?.ToString(3);

    private static string Instance => $"{Dns.GetHostName()}/{Environment.ProcessId}";

    // Over HTTP the exporter takes the address as it is; over gRPC it knows the method.
    private static void Use(OtlpExporterOptions options, Uri collector, OtlpProtocol protocol, string path)
    {
        var isHttp = protocol == OtlpProtocol.Http;
        options.Protocol = isHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        options.Endpoint = isHttp ? new Uri($"{collector.AbsoluteUri.TrimEnd('/')}/{path}") : collector;
    }
}
