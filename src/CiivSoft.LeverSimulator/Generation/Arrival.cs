using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Generation;

/// <summary>Somebody about to apply, with what they send.</summary>
internal sealed record Arrival(Contact Contact, string? Company, OpportunityDocuments Documents);
