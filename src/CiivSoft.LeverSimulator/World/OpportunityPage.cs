namespace CiivSoft.LeverSimulator.World;

/// <param name="Items">In Lever's order.</param>
/// <param name="Next">Where the next page starts; null at the end.</param>
internal sealed record OpportunityPage(IReadOnlyList<(int Number, Opportunity Opportunity)> Items, ListPosition? Next);
