using CiivSoft.Lever;
using CiivSoft.Storage.Accounts;

namespace CiivSoft.Grains.Accounts;

/// <summary>An account's way to Lever in this activation.</summary>
/// <param name="Record">Where and as whom.</param>
/// <param name="Epoch">Our fencing epoch.</param>
/// <param name="Version">
/// Another one whenever key, address or service user may have changed, and never one of an account of the same name that was
/// removed before: it tells silos when their clients are old.
/// </param>
/// <param name="Lever">Calls take a permit from the budget before each attempt.</param>
/// <param name="PrepaidLever">For a write that must follow its read at once: the permit was taken before the read.</param>
/// <param name="Permits">The one rate budget of the key.</param>
internal sealed record AccountConnection(
    AccountRecord Record,
    long Epoch,
    long Version,
    ILeverClient Lever,
    ILeverClient PrepaidLever,
    AccountPermits Permits
);
