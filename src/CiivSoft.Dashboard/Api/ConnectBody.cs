using CiivSoft.Abstractions.Accounts;

namespace CiivSoft.Dashboard.Api;

/// <summary>Connects an account.</summary>
/// <param name="LeverUrl">Base address of Lever's API.</param>
/// <param name="ApiKey">The key in clear.</param>
/// <param name="ServiceUser">Lever's id of the service user.</param>
/// <param name="Mode">Null keeps the present mode.</param>
/// <param name="ScanEverySeconds">Null keeps the present schedule.</param>
internal sealed record ConnectBody(
    Uri LeverUrl,
    string ApiKey,
    string ServiceUser,
    AccountMode? Mode,
    double? ScanEverySeconds
);
