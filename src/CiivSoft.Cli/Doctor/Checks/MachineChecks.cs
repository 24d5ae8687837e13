using System.Globalization;
using System.Net;

namespace CiivSoft.Cli.Doctor.Checks;

/// <summary>The machine and the user's surroundings on it.</summary>
internal static class MachineChecks
{
    private const int LeastRuntime = 10;
    private const int LeastFiles = 1024;
    private const long LeastMemory = 512L * 1024 * 1024;

    public static IReadOnlyList<Check> List { get; } =
    [
        Check.Of("runtime", "The .NET runtime is 10 or later, on 64 bits", _ => Runtime()),
        Check.Of("time-zones", "Time zones are known by name", _ => TimeZones()),
        Check.Of("memory", "There is memory for a silo and document workers", _ => Memory()),
        Check.Of("open-files", "Enough files may be open at once", _ => OpenFiles(LimitsOfProcess())),
        Check.Of("proxy", "Proxy settings leave this machine's own addresses alone", Proxy),
    ];

    private static IEnumerable<Complaint> Runtime()
    {
        if (Environment.Version.Major < LeastRuntime || !Environment.Is64BitProcess)
        {
            yield return Complaint.Problem(
                $"This is .NET {Environment.Version} on {(Environment.Is64BitProcess ? 64 : 32)} bits.",
                "Install the .NET 10 runtime for x64 or arm64."
            );
        }
    }

    private static IEnumerable<Complaint> TimeZones()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out _))
        {
            yield return Complaint.Problem(
                "The system does not know the time zone Europe/London: its time zone data is missing.",
                "Install it (Debian: apt-get install tzdata); schedules with a time zone cannot work without."
            );
        }
    }

    private static IEnumerable<Complaint> Memory()
    {
        var bytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (bytes < LeastMemory)
        {
            yield return Complaint.Warning(
                $"Only {bytes / (1024 * 1024)} MB of memory may be used here.",
                "Give a silo 1 GB or more: each document worker may take 512 MB for a while."
            );
        }
    }

    private static IEnumerable<string> LimitsOfProcess() =>
        File.Exists("/proc/self/limits") ? File.ReadLines("/proc/self/limits") : [];

    /// <param name="limits">Lines of <c>/proc/self/limits</c>; none elsewhere.</param>
    public static IEnumerable<Complaint>? OpenFiles(IEnumerable<string> limits)
    {
        var line = limits.FirstOrDefault(l => l.StartsWith("Max open files", StringComparison.Ordinal));
        if (line is null)
        {
            return null;
        }

        var soft = line["Max open files".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
        return int.TryParse(soft, CultureInfo.InvariantCulture, out var files) && files < LeastFiles
            ?
            [
                Complaint.Warning(
                    $"A process of this user may have only {files} files open at once.",
                    $"Raise the limit to {LeastFiles} or more: ulimit -n, LimitNOFILE of systemd, or the container's ulimits."
                ),
            ]
            : [];
    }

    private static IEnumerable<Complaint> Proxy(Surroundings around)
    {
        var proxy = Find(around, "HTTP_PROXY") ?? Find(around, "ALL_PROXY");
        var exempt = (Find(around, "NO_PROXY") ?? "").Split(',', StringSplitOptions.TrimEntries);
        string[] own = ["127.0.0.1", "localhost"];
        if (!string.IsNullOrEmpty(proxy) && !exempt.Contains("*") && !own.All(exempt.Contains))
        {
            yield return Complaint.Warning(
                $"HTTP_PROXY is set and NO_PROXY ('{string.Join(',', exempt)}') does not name {string.Join(" and ", own)}: programs "
                    + "that ask this machine itself, such as health checks, would ask the proxy.",
                $"Set NO_PROXY={string.Join(',', own.Concat(exempt).Where(e => e.Length > 0).Distinct())}"
            );
        }

        if (Find(around, "HTTPS_PROXY") is { Length: > 0 } secure && !Uri.TryCreate(secure, UriKind.Absolute, out _))
        {
            yield return Complaint.Problem(
                $"HTTPS_PROXY is '{secure}', which is no address: Lever cannot be reached through it.",
                "Write it as an address, such as http://proxy.example:3128, or unset it."
            );
        }
    }

    // These are written in both cases.
    private static string? Find(Surroundings around, string name) =>
        around
            .Options.Variables.Where(v => string.Equals(v.Key, name, StringComparison.OrdinalIgnoreCase))
            .Select(v => v.Value)
            .FirstOrDefault();

    /// <summary>Whether an address is one of this machine alone.</summary>
    public static bool IsOwn(string host) =>
        host is "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
