using CiivSoft.LeverSimulator.Generation.People;

namespace CiivSoft.LeverSimulator.Generation.Worlds;

/// <param name="Person">Two contacts with the same one are one person twice.</param>
/// <param name="Standing">What may be done with the data.</param>
/// <param name="IsSecondEntry">Whether the contact repeats a person entered before; the name is written a little differently.</param>
internal sealed record PlannedContact(PersonSeed Person, ContactStanding Standing, bool IsSecondEntry = false);
