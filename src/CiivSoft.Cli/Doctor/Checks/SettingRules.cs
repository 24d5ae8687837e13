using System.Globalization;
using System.Net;

namespace CiivSoft.Cli.Doctor.Checks;

/// <summary>What values of settings must be, as the silo's own rules have it.</summary>
internal static class SettingRules
{
    private static readonly Dictionary<string, (string Must, Func<string, bool> Holds)> Rules = new(
        StringComparer.Ordinal
    )
    {
        ["CIIVSOFT__ROLE"] = ("all, silo, dashboard or migrate", v => Is(v, "all", "silo", "dashboard", "migrate")),
        ["CIIVSOFT__MIGRATEATSTART"] = Switch,
        ["CIIVSOFT__STOPWITHINPUT"] = Switch,
        ["CIIVSOFT__LOGIN__PRINTLINK"] = Switch,
        ["CIIVSOFT__HTTP"] = ("an address such as http://127.0.0.1:8080", v => v.Split(';').All(IsAddress)),
        ["CIIVSOFT__EFFECTS__GRACE"] = Time(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
        ["CIIVSOFT__CLUSTER__SILOPORT"] = Number(1, 65535),
        ["CIIVSOFT__CLUSTER__GATEWAYPORT"] = Number(1, 65535),
        ["CIIVSOFT__CLUSTER__ADVERTISEDIP"] = (
            "an IP address or auto",
            v => Is(v, "auto") || IPAddress.TryParse(v, out _)
        ),
        ["CIIVSOFT__TELEMETRY__OTLP"] = ("an http or https address", IsAddress),
        ["CIIVSOFT__TELEMETRY__OTLPPROTOCOL"] = ("grpc or http", v => Is(v, "grpc", "http")),
        ["CIIVSOFT__TELEMETRY__PROMETHEUS"] = (
            "http:// with an IP address and a port, such as http://127.0.0.1:9464",
            IsAddress
        ),
        ["CIIVSOFT__TELEMETRY__SAMPLE"] = (
            "a number from 0 to 1",
            v => double.TryParse(v, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1
        ),
        ["CIIVSOFT__NOTIFY__DIGEST"] = Switch,
        ["CIIVSOFT__NOTIFY__DIGESTHOUR"] = Number(0, 23),
        ["CIIVSOFT__NOTIFY__DASHBOARD"] = ("an http or https address", IsAddress),
        ["CIIVSOFT__NOTIFY__SMTP__PORT"] = Number(1, 65535),
        ["CIIVSOFT__NOTIFY__SMTP__TLS"] = ("StartTls, Implicit or None", v => Is(v, "StartTls", "Implicit", "None")),
        ["CIIVSOFT__NOTIFY__SMTP__PASSWORDFILE"] = ("a file that is there", File.Exists),
        ["CIIVSOFT__NOTIFY__WEBHOOK__URL"] = (
            "an https address, or an http one on this machine",
            v =>
                Uri.TryCreate(v, UriKind.Absolute, out var url)
                && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        ),
        ["CIIVSOFT__NOTIFY__WEBHOOK__SECRET"] = ("whsec_ and base64", IsWebhookSecret),
        ["CIIVSOFT__NOTIFY__WEBHOOK__SECRETFILE"] = ("a file that is there", File.Exists),
        ["CIIVSOFT__LOGIN__AUTHORITY"] = ("an address of an OpenID Connect provider", IsAddress),
        ["LEVER__ATTEMPTTIMEOUT"] = Time(TimeSpan.FromMilliseconds(50), TimeSpan.FromMinutes(5)),
        ["LEVER__WRITETIMEOUT"] = Time(TimeSpan.FromMilliseconds(50), TimeSpan.FromMinutes(5)),
        ["LEVER__DOWNLOADTIMEOUT"] = Time(TimeSpan.FromMilliseconds(50), TimeSpan.FromMinutes(30)),
        ["LEVER__READATTEMPTS"] = Number(1, 10),
        ["LEVER__BASEDELAY"] = Time(TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1)),
        ["LEVER__MAXDELAY"] = Time(TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(5)),
        ["LEVER__MAXANSWERBYTES"] = Number(64 * 1024, 1024 * 1024 * 1024),
        ["LEVER__MAXRESTARTS"] = Number(0, 100),
    };

    private static (string, Func<string, bool>) Switch => ("true or false", v => bool.TryParse(v, out _));

    /// <summary>What a value must be; null when it is, or when there is no rule.</summary>
    public static string? Broken(string variable, string value) =>
        Rules.TryGetValue(variable, out var rule) && !rule.Holds(value) ? rule.Must : null;

    private static bool IsWebhookSecret(string value) =>
        value.StartsWith("whsec_", StringComparison.Ordinal)
        && Convert.TryFromBase64String(value["whsec_".Length..], new byte[value.Length], out var length)
        && length is >= 24 and <= 64;

    private static (string, Func<string, bool>) Number(int least, int most) =>
        (
            $"a number from {least} to {most}",
            v => int.TryParse(v, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
        );

    private static (string, Func<string, bool>) Time(TimeSpan least, TimeSpan most) =>
        (
            $"a time from {least:c} to {most:c}, written hh:mm:ss",
            v => TimeSpan.TryParse(v, CultureInfo.InvariantCulture, out var time) && time >= least && time <= most
        );

    private static bool Is(string value, params string[] words) =>
        words.Contains(value, StringComparer.OrdinalIgnoreCase);

    // A wildcard host, as in http://*:8080, is none of Uri's.
    private static bool IsAddress(string value) =>
        Uri.TryCreate(
            value
                .Replace("//*", "//localhost", StringComparison.Ordinal)
                .Replace("//+", "//localhost", StringComparison.Ordinal),
            UriKind.Absolute,
            out var url
        ) && url.Scheme is "http" or "https";
}
