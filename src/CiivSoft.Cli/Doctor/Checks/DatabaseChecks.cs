using CiivSoft.Storage.Inspection;

namespace CiivSoft.Cli.Doctor.Checks;

/// <summary>The database, SQLite or PostgreSQL.</summary>
internal static class DatabaseChecks
{
    public static IReadOnlyList<Check> List { get; } =
    [
        Check.OfStorage("database-present", "There is a database", (seen, around) => Present(seen, around)),
        Check.OfStorage("database-readable", "The database can be opened", (seen, around) => Readable(seen, around)),
        Check.OfStorage("database-whole", "The SQLite database is whole", (seen, around) => Whole(seen, around)),
        Check.OfStorage("database-schema", "The database has the schema of this release", (seen, _) => Schema(seen)),
        Check.Of("database-private", "The SQLite database is for its owner alone", Private),
    ];

    private static IEnumerable<Complaint>? Present(StorageInspection seen, Surroundings around) =>
        around.Postgres is not null || !Directory.Exists(around.DataFolder) ? null
        : seen.IsThere ? []
        :
        [
            Complaint.Hint(
                $"There is no database in {around.DataFolder} yet.",
                "A silo makes it at its first start. If there should be one, name the right folder with --data DIR."
            ),
        ];

    private static IEnumerable<Complaint>? Readable(StorageInspection seen, Surroundings around)
    {
        if (around.Postgres is not null || !seen.IsThere)
        {
            return null;
        }

        return seen.Failure is { } failure
            ?
            [
                Complaint.Problem(
                    $"The database {around.Database} cannot be opened: {failure}",
                    "If the file is not readable, run the doctor as the silo's user. If it is damaged, restore a backup: ciivsoft restore DIR"
                ),
            ]
            : [];
    }

    private static IEnumerable<Complaint>? Whole(StorageInspection seen, Surroundings around)
    {
        if (around.Postgres is not null || !seen.IsThere || seen.Failure is not null)
        {
            return null;
        }

        return seen.Damage is { } damage
            ?
            [
                Complaint.Problem(
                    $"The database {around.Database} is damaged: {damage}",
                    "Stop the silo, keep the file, and restore the newest backup: ciivsoft restore DIR"
                ),
            ]
            : [];
    }

    private static IEnumerable<Complaint>? Schema(StorageInspection seen)
    {
        if (!seen.IsThere || seen.Failure is not null || seen.ForbiddenTables.Count > 0)
        {
            return null;
        }

        if (seen.SchemaVersion > seen.NewestSchema)
        {
            return
            [
                Complaint.Problem(
                    $"The database has schema {seen.SchemaVersion}, this release knows up to {seen.NewestSchema}: a newer release has been at work.",
                    "Start that release, or restore a backup from before it."
                ),
            ];
        }

        if (seen.ForeignMigration is { } foreign)
        {
            return
            [
                Complaint.Problem(
                    $"Migration {foreign} of the database is not this release's: an unreleased build made it.",
                    "Use that build, or begin with an empty database."
                ),
            ];
        }

        return seen.SchemaVersion < seen.NewestSchema
            ?
            [
                Complaint.Warning(
                    $"The database has schema {seen.SchemaVersion}, this release needs {seen.NewestSchema}.",
                    "Start a silo of this release, which migrates at its start, or run the role migrate. Make a backup before."
                ),
            ]
            : [];
    }

    private static IEnumerable<Complaint>? Private(Surroundings around) =>
        File.Exists(around.Database) ? FolderChecks.ForOwnerAlone(around.Database, "The database") : null;
}
