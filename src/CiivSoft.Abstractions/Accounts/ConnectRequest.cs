namespace CiivSoft.Abstractions.Accounts;

/// <summary>What is needed to connect an account.</summary>
/// <param name="LeverUrl">Base address of Lever's API, with or without <c>/v1</c>.</param>
/// <param name="ApiKey">The key. Its text form is masked, so that it reaches no log.</param>
/// <param name="ServiceUser">Lever's id of the user our writes are made as.</param>
/// <param name="Mode">The mode of a new account; null keeps the present one, and is shadow for a new one.</param>
/// <param name="ScanEvery">Time between scans, 5 minutes at least; null keeps the present one, 30 minutes at first.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.ConnectRequest")]
public sealed record ConnectRequest(
    [property: Id(0)] Uri LeverUrl,
    [property: Id(1)] SecretText ApiKey,
    [property: Id(2)] string ServiceUser,
    [property: Id(3)] AccountMode? Mode,
    [property: Id(4)] TimeSpan? ScanEvery
);
