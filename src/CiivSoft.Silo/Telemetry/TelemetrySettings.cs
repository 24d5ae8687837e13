using System.Net;

namespace CiivSoft.Silo.Telemetry;

/// <summary>Section <c>CiivSoft:Telemetry</c>.</summary>
internal sealed class TelemetrySettings
{
    /// <summary>Address of an OpenTelemetry collector that gets traces, metrics and logs. Null, the default: nobody does.</summary>
    public string? Otlp { get; set; }

    /// <summary>How the collector is spoken to. The default is gRPC.</summary>
    public OtlpProtocol OtlpProtocol { get; set; }

    /// <summary>The share of traces that is kept, 0 to 1, decided at the scan. The default is 1.</summary>
    public double Sample { get; set; } = 1;

    /// <summary>
    /// Address and port that <c>/metrics</c> is served on for Prometheus, without a login and with nothing else, for example
    /// <c>http://127.0.0.1:9464</c>. Null, the default: it is not served.
    /// </summary>
    public string? Prometheus { get; set; }

    /// <summary>What is wrong, naming the setting to change; null when nothing is.</summary>
    public string? Problem =>
        OtlpAddress is null && !string.IsNullOrWhiteSpace(Otlp)
            ? $"CiivSoft:Telemetry:Otlp (CIIVSOFT__TELEMETRY__OTLP) is '{Otlp}', which is no http or https address."
        : Sample is not (>= 0 and <= 1)
            ? $"CiivSoft:Telemetry:Sample (CIIVSOFT__TELEMETRY__SAMPLE) is {Sample}; it must be from 0 to 1."
        : PrometheusEndpoint is null && !string.IsNullOrWhiteSpace(Prometheus)
            ? $"CiivSoft:Telemetry:Prometheus (CIIVSOFT__TELEMETRY__PROMETHEUS) is '{Prometheus}'; it must be http:// with an IP "
                + "address and a port, for example http://127.0.0.1:9464."
        : null;

    /// <summary>Null where nothing is sent.</summary>
    internal Uri? OtlpAddress =>
        Uri.TryCreate(Otlp, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    /// <summary>Null where nothing is served.</summary>
    internal IPEndPoint? PrometheusEndpoint =>
        Uri.TryCreate(Prometheus, UriKind.Absolute, out var address)
        && address is { Scheme: "http", AbsolutePath: "/", Query: "" }
        && IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip)
            ? new IPEndPoint(ip, address.Port)
            : null;
}
