using CiivSoft.Cli.Checking.Invariants;
using CiivSoft.Cli.Checking.Recordings;
using CiivSoft.Storage.Accounts;

namespace CiivSoft.Cli.Checking;

/// <summary>Reads both sides and checks every account that is connected to the simulator.</summary>
internal sealed class CheckRun(SimulatorReader simulator, TablesReader tables, CheckOptions options)
{
    /// <exception cref="CheckFailedException">Nothing can be checked.</exception>
    /// <exception cref="HttpRequestException">The simulator does not answer.</exception>
    /// <exception cref="Storage.StorageException">The tables cannot be read.</exception>
    public async Task<IReadOnlyList<CheckReport>> RunAsync(CancellationToken cancellationToken)
    {
        var accounts = await tables.ListAccountsAsync(cancellationToken);
        var ours = accounts.Where(a => a.LeverUrl.Authority == options.Simulator.Authority).ToList();
        if (ours.Count == 0)
        {
            throw new CheckFailedException(
                accounts.Count == 0
                    ? "No account is connected."
                    : $"No account is connected to {options.Simulator.Authority}; those that are: "
                        + string.Join(", ", accounts.Select(a => $"{a.Account.Name} ({a.LeverUrl.Authority})"))
            );
        }

        // In this order, so that beside a running silo every write seen was planned in the tables that are read after it.
        var world = await simulator.ReadWorldAsync(cancellationToken);
        var events = await simulator.ReadHistoryAsync(cancellationToken);
        var reports = new List<CheckReport>();
        foreach (var account in ours)
        {
            reports.Add(await CheckAsync(account, events, world, cancellationToken));
        }

        return reports;
    }

    private async Task<CheckReport> CheckAsync(
        AccountRecord account,
        IReadOnlyList<LeverEvent> events,
        LeverWorld world,
        CancellationToken cancellationToken
    )
    {
        var apiKey = await tables.ReadApiKeyAsync(account, cancellationToken);
        var rows = await tables.ReadAsync(account, cancellationToken);
        var keys = OurKeys.Find(
            events,
            rows,
            apiKey is null ? null : await simulator.FindKeyAsync(apiKey, cancellationToken)
        );
        var recording = Record(events, world, rows, keys);
        var waiting = DecidedOnce.Waiting(recording).Select(o => o.Contact).Distinct(StringComparer.Ordinal).ToList();
        var contacts = await tables.ReadContactsAsync(account, waiting, cancellationToken);
        var report = Checker.Check(Record(events, world, rows with { Undecided = contacts }, keys));
        var leaks = await SearchLeaksAsync(account, apiKey, rows, cancellationToken);
        return report with { Findings = [.. report.Findings, .. leaks] };
    }

    private Recording Record(
        IReadOnlyList<LeverEvent> events,
        LeverWorld world,
        AccountTables rows,
        IReadOnlySet<string> keys
    ) => new(events, world, rows, keys) { MustBeAtRest = options.IsAtRest, PermittedRate = options.Rate };

    private async Task<IReadOnlyList<Breach>> SearchLeaksAsync(
        AccountRecord account,
        string? apiKey,
        AccountTables rows,
        CancellationToken cancellationToken
    )
    {
        var resumes = options.Logs is null
            ? []
            : await tables.ReadResumesAsync(
                account,
                rows.Decisions.Select(d => d.ContactId).Distinct(StringComparer.Ordinal),
                cancellationToken
            );
        var search = new NothingLeaks(apiKey is null ? [] : [apiKey], resumes);
        return [.. LeakFiles.SearchLogs(search, options.Logs), .. LeakFiles.SearchData(search, options.Storage)];
    }
}

/// <summary>Nothing could be checked, with the reason.</summary>
internal sealed class CheckFailedException(string message) : Exception(message);
