using System.Net;

namespace CiivSoft.Cli.Doctor.Checks;

/// <summary>The silo, from outside.</summary>
internal static class SiloChecks
{
    private static readonly TimeSpan MostDifference = TimeSpan.FromSeconds(5);

    public static IReadOnlyList<Check> List { get; } =
    [
        Check.OfSilo("silo-reachable", "A silo answers", (silo, around) => Reachable(silo, around.Options.Server)),
        Check.OfSilo("silo-address", "What answers is a silo", (silo, around) => IsSilo(silo, around.Options.Server)),
        Check.OfSilo("silo-ready", "The silo is one of its cluster and its database answers", (silo, _) => Ready(silo)),
        Check.OfSilo(
            "silo-clock",
            "The silo's clock agrees with this machine's",
            (silo, around) => Clock(silo, around.Clock.GetUtcNow())
        ),
        Check.OfSilo(
            "token-present",
            "There is a token for the admin API",
            (silo, around) => HasToken(silo, around.Options)
        ),
        Check.OfSilo("token-accepted", "The silo accepts the token", (silo, _) => Accepts(silo)),
    ];

    private static IEnumerable<Complaint> Reachable(SiloFacts silo, Uri server)
    {
        if (!silo.IsThere)
        {
            yield return Complaint.Problem(
                $"Nothing answers at {server.AbsoluteUri}: {silo.Failure}",
                "Start the silo, or name its address with --server URL or CIIVSOFT_SERVER."
            );
        }
    }

    private static IEnumerable<Complaint>? IsSilo(SiloFacts silo, Uri server) =>
        !silo.IsThere ? null
        : silo.IsSilo ? []
        :
        [
            Complaint.Problem(
                $"Another program than a silo answers at {server.AbsoluteUri}: it has the port.",
                "Stop it, or give the silo another address with CIIVSOFT__HTTP and name that with --server URL."
            ),
        ];

    private static IEnumerable<Complaint>? Ready(SiloFacts silo) =>
        !silo.IsSilo ? null
        : silo.Ready == HttpStatusCode.OK ? []
        :
        [
            Complaint.Problem(
                $"The silo says that it is not ready ({(int)silo.Ready}): it is not among the active ones of its cluster, or its database does not answer.",
                "Look at the other findings on the database; then at the silo's log. A silo that was declared dead ends and must be started again."
            ),
        ];

    private static IEnumerable<Complaint>? Clock(SiloFacts silo, DateTimeOffset now) =>
        silo.Clock is not { } clock ? null
        : (clock - now).Duration() <= MostDifference ? []
        :
        [
            Complaint.Warning(
                $"The silo's clock is {(clock - now).TotalSeconds:F0} seconds from this machine's.",
                "Keep both in time with NTP."
            ),
        ];

    private static IEnumerable<Complaint>? HasToken(SiloFacts silo, DoctorOptions options) =>
        !silo.IsSilo ? null
        : options.Token is { Length: > 0 } ? []
        :
        [
            Complaint.Problem(
                $"There is no token in {Path.Combine(Path.GetFullPath(options.Data), Admin.SiloOptions.TokenFile)} nor in CIIVSOFT_TOKEN, so the silo cannot be asked about accounts.",
                "Name the silo's data folder with --data DIR, or set CIIVSOFT_TOKEN to its CIIVSOFT__ADMINTOKEN."
            ),
        ];

    private static IEnumerable<Complaint>? Accepts(SiloFacts silo) =>
        silo.TokenAnswer switch
        {
            null => null,
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
            [
                Complaint.Problem(
                    "The silo does not accept the token: it is that of another silo, or CIIVSOFT__ADMINTOKEN was set since.",
                    "Use the file admin-token of that silo's data folder (--data DIR), or its CIIVSOFT__ADMINTOKEN as CIIVSOFT_TOKEN."
                ),
            ],
            >= HttpStatusCode.InternalServerError and var status =>
            [
                Complaint.Problem($"The silo's admin API answered {(int)status}.", "Its log says why."),
            ],
            _ => [],
        };
}
