using CiivSoft.Abstractions.Keys;

namespace CiivSoft.Storage.Accounts;

/// <summary>A connected Lever account. What changes with every scan is grain state, not here.</summary>
/// <param name="Account">Its key.</param>
/// <param name="LeverUrl">Base address of Lever's API, for example <c>https://api.lever.co/v1</c>.</param>
/// <param name="ServiceUser">Lever's id of the user our writes are made as (<c>perform_as</c>).</param>
/// <param name="ConnectedAt">When it was first connected; a replaced key does not move it.</param>
/// <param name="Epoch">The fencing epoch: only the newest holder may change effects. Starts at 0.</param>
public sealed record AccountRecord(
    AccountKey Account,
    Uri LeverUrl,
    string ServiceUser,
    DateTimeOffset ConnectedAt,
    long Epoch
);
