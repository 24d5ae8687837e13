using CiivSoft.Abstractions.Accounts;

namespace CiivSoft.Cli.Doctor.Checks;

/// <summary>What each account reports as needing a person.</summary>
internal static class AccountChecks
{
    // Codes of findings with a check of their own; any other is told by the last one, so that none is lost.
    private static readonly (string Id, string Title, string Code, Severity Severity)[] Known =
    [
        ("account-rights", "The key has every right that is used", "right-missing", Severity.Warning),
        ("account-stage", "The stage for matches is there", "stage-missing", Severity.Problem),
        ("account-lever", "Lever answers the account's calls", "lever-unavailable", Severity.Warning),
        ("account-work", "No work fails for a reason that is ours", "work-fails", Severity.Problem),
        ("foreign-marks", "No other installation works on the account", "foreign-", Severity.Problem),
        ("surplus-leads", "Lever holds none of our leads twice", "surplus-leads", Severity.Warning),
        ("account-holder", "No other cluster holds the account", "held-elsewhere", Severity.Problem),
    ];

    private static readonly string[] OfTheKey = ["key-refused", "disconnected"];

    public static IReadOnlyList<Check> List { get; } =
    [
        Check.OfSilo("accounts", "An account is connected", (silo, _) => Any(silo)),
        Check.OfAccounts("account-key", "Lever accepts the key", (account, _) => Key(account)),
        .. Known.Select(known =>
            Check.OfAccounts(
                known.Id,
                known.Title,
                (account, _) => Tell(account, known.Severity, f => IsOf(f, known.Code))
            )
        ),
        Check.OfAccounts(
            "account-findings",
            "Nothing else needs a person",
            (account, _) => Tell(account, Severity.Warning, IsOther)
        ),
    ];

    private static IEnumerable<Complaint>? Any(SiloFacts silo) =>
        !silo.KnowsAccounts ? null
        : silo.Accounts.Count > 0 ? []
        : [Complaint.Hint("No account is connected.", "ciivsoft connect NAME --lever URL --service-user ID < key")];

    private static IEnumerable<Complaint> Key(AccountFacts account)
    {
        var status = account.Status;
        if (status.Connection is ConnectionStatus.Suspect or ConnectionStatus.Disconnected)
        {
            var kept = status.Settings.KeepAfterDisconnect.TotalDays;
            yield return Complaint.Problem(
                status.Connection == ConnectionStatus.Suspect
                    ? "Lever refuses the API key; it is tried again now and then, and work waits."
                    : $"Lever has refused the API key for over five minutes: the account is disconnected, and its data is erased {kept:0.#} days after that.",
                $"If the key was deleted in Lever, make a new one and connect again with it: ciivsoft connect {account.Name} … Nothing is lost.",
                account.Name
            );
        }
    }

    private static IEnumerable<Complaint> Tell(AccountFacts account, Severity severity, Func<Finding, bool> isMeant) =>
        account.Status.Findings.Where(isMeant).Select(f => new Complaint(severity, f.Message, f.Remedy, account.Name));

    private static bool IsOf(Finding finding, string code) => finding.Code.StartsWith(code, StringComparison.Ordinal);

    private static bool IsOther(Finding finding) =>
        !Array.Exists(Known, known => IsOf(finding, known.Code)) && !OfTheKey.Contains(finding.Code);
}
