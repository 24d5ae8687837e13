using CiivSoft.Abstractions.Accounts;

namespace CiivSoft.Cli.Admin;

/// <summary>What connects an account.</summary>
internal sealed record ConnectAsk(
    Uri LeverUrl,
    string ApiKey,
    string ServiceUser,
    AccountMode? Mode,
    double? ScanEverySeconds
);
