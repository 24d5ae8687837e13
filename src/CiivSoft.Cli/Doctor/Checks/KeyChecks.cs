namespace CiivSoft.Cli.Doctor.Checks;

/// <summary>The encryption keys.</summary>
internal static class KeyChecks
{
    public static IReadOnlyList<Check> List { get; } =
    [
        Check.OfStorage("keys-present", "The database has its keys", (seen, around) => Present(seen, around)),
        Check.Of("keys-private", "The keys are for their owner alone", Private),
        Check.OfStorage("keys-readable", "The keys can be read", (seen, around) => Readable(seen, around)),
        Check.OfStorage(
            "keys-match",
            "The keys are those that the database was made with",
            (seen, around) => Match(seen, around)
        ),
        Check.OfSilo(
            "keys-complete",
            "The silo has every key that something is sealed with",
            (silo, _) => Complete(silo)
        ),
    ];

    private static IEnumerable<Complaint>? Present(Storage.Inspection.StorageInspection seen, Surroundings around)
    {
        if (seen.RingOfDatabase is null)
        {
            return null; // A silo makes the first key.
        }

        return seen is { Ring: null, RingFailure: null }
            ?
            [
                Complaint.Problem(
                    $"There are no encryption keys in {around.KeyFolder}, but there is a database: its API keys and résumé texts cannot be read.",
                    "Put the copy of the keys back, or name their folder with CIIVSOFT__KEYFOLDER. Start no silo before: it would make a new key."
                ),
            ]
            : [];
    }

    private static IEnumerable<Complaint>? Private(Surroundings around) =>
        around.HasKeySetting || !Directory.Exists(around.KeyFolder)
            ? null
            : Directory
                .EnumerateFiles(around.KeyFolder)
                .Where(file => Path.GetExtension(file) is ".key" or ".roots")
                .Prepend(around.KeyFolder)
                .SelectMany(path => FolderChecks.ForOwnerAlone(path, "Of the encryption keys,"));

    private static IEnumerable<Complaint> Readable(Storage.Inspection.StorageInspection seen, Surroundings around)
    {
        if (seen.RingFailure is { } failure)
        {
            yield return Complaint.Problem(
                $"The encryption keys cannot be read: {failure}",
                around.HasKeySetting
                    ? "CIIVSOFT__KEYS must be 1:base64;2:base64, 32 bytes a key."
                    : $"Put the copies of the files in {around.KeyFolder} back; each holds 32 bytes in base64."
            );
        }
    }

    private static IEnumerable<Complaint>? Match(Storage.Inspection.StorageInspection seen, Surroundings around)
    {
        if (seen.RingOfDatabase is null || seen.Ring is null)
        {
            return null;
        }

        return seen.Ring == seen.RingOfDatabase
            ? []
            :
            [
                Complaint.Problem(
                    $"The database was made with the key ring {seen.RingOfDatabase}; the keys here are ring {seen.Ring}.",
                    $"Put the database's own first key back ({(around.HasKeySetting ? "CIIVSOFT__KEYS" : around.KeyFolder)}). With others nothing can be read, and notes would be doubled."
                ),
            ];
    }

    private static IEnumerable<Complaint>? Complete(SiloFacts silo) =>
        silo.Keys.Count == 0
            ? null
            : silo
                .Keys.Where(key => key is { IsInRing: false, Values: > 0 })
                .Select(key =>
                    Complaint.Problem(
                        $"{key.Values:N0} values are sealed with key {key.Id}, which the silo does not have.",
                        $"Put key {key.Id} back from its copy; backups from before a rotation need the older keys too."
                    )
                );
}
