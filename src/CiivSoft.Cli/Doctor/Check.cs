namespace CiivSoft.Cli.Doctor;

/// <summary>One thing that the doctor looks at.</summary>
/// <param name="Id">Its name in JSON and in the docs.</param>
/// <param name="Title">What is so when nothing is wrong.</param>
/// <param name="LookAsync">Finds what is wrong; null where it does not apply, for example PostgreSQL's checks on SQLite.</param>
internal sealed record Check(
    string Id,
    string Title,
    Func<Surroundings, CancellationToken, Task<IReadOnlyList<Complaint>?>> LookAsync
)
{
    /// <summary>A check that needs no waiting.</summary>
    public static Check Of(string id, string title, Func<Surroundings, IEnumerable<Complaint>?> look) =>
        new(id, title, (around, _) => Task.FromResult<IReadOnlyList<Complaint>?>(look(around)?.ToList()));

    /// <summary>A check of what the storage looks like; it does not apply where there is no database.</summary>
    public static Check OfStorage(
        string id,
        string title,
        Func<Storage.Inspection.StorageInspection, Surroundings, IEnumerable<Complaint>?> look
    ) => new(id, title, async (around, _) => look(await around.Storage, around)?.ToList());

    /// <summary>A check of what the silo answers; it does not apply where none answers.</summary>
    public static Check OfSilo(string id, string title, Func<SiloFacts, Surroundings, IEnumerable<Complaint>?> look) =>
        new(id, title, async (around, _) => look(await around.Silo, around)?.ToList());

    /// <summary>A check of each account; it does not apply where no account can be seen.</summary>
    public static Check OfAccounts(
        string id,
        string title,
        Func<AccountFacts, Surroundings, IEnumerable<Complaint>> look
    ) =>
        OfSilo(
            id,
            title,
            (silo, around) =>
                silo.Accounts.Count == 0 ? null : silo.Accounts.SelectMany(account => look(account, around))
        );
}
