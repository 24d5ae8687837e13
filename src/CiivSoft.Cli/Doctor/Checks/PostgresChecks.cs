using CiivSoft.Storage.Inspection;

namespace CiivSoft.Cli.Doctor.Checks;

/// <summary>What only PostgreSQL can have wrong.</summary>
internal static class PostgresChecks
{
    private const int LeastVersion = 15;
    private static readonly TimeSpan MostDifference = TimeSpan.FromSeconds(5);

    public static IReadOnlyList<Check> List { get; } =
    [
        Check.OfStorage("postgres-reachable", "PostgreSQL answers", (seen, around) => Reachable(seen, around)),
        Check.OfStorage("postgres-version", "PostgreSQL is recent enough", (seen, _) => Version(seen.PostgresVersion)),
        Check.OfStorage("postgres-rights", "The role may read and write our tables", (seen, _) => Rights(seen)),
        Check.OfStorage(
            "postgres-clock",
            "PostgreSQL's clock agrees with this machine's",
            (seen, around) => Clock(seen.PostgresClock, around.Clock.GetUtcNow())
        ),
    ];

    private static IEnumerable<Complaint>? Reachable(StorageInspection seen, Surroundings around) =>
        around.Postgres is null ? null
        : seen.Failure is { } failure
            ?
            [
                Complaint.Problem(
                    $"PostgreSQL cannot be used: {failure}",
                    "Check host, port, database, user and password in CIIVSOFT__POSTGRES, and that the server runs and lets this machine in (pg_hba.conf)."
                ),
            ]
        : [];

    /// <summary>Judges a major version; null on SQLite.</summary>
    public static IEnumerable<Complaint>? Version(int? version) =>
        version switch
        {
            null => null,
            < LeastVersion =>
            [
                Complaint.Problem(
                    $"This is PostgreSQL {version}, which CiivSoft is not tested with.",
                    $"Move to version {LeastVersion} or later."
                ),
            ],
            _ => [],
        };

    private static IEnumerable<Complaint>? Rights(StorageInspection seen) =>
        seen.PostgresVersion is null ? null
        : seen.ForbiddenTables.Count == 0 ? []
        :
        [
            Complaint.Problem(
                $"The role of CIIVSOFT__POSTGRES may not read and write {string.Join(", ", seen.ForbiddenTables)}.",
                "Migrate once with CIIVSOFT__POSTGRESOWNER set to the owner of the tables (role migrate): it grants what is needed."
            ),
        ];

    /// <summary>Judges how far two clocks are apart; null where the other is not known.</summary>
    public static IEnumerable<Complaint>? Clock(DateTimeOffset? theirs, DateTimeOffset ours) =>
        theirs is not { } clock ? null
        : (clock - ours).Duration() <= MostDifference ? []
        :
        [
            Complaint.Problem(
                $"PostgreSQL's clock is {(clock - ours).TotalSeconds:F0} seconds from this machine's.",
                "Keep both in time with NTP: silos judge each other's signs of life by these clocks."
            ),
        ];
}
