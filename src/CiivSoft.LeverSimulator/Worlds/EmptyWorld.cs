using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Worlds;

/// <summary>An account with stages, archive reasons and users, and nothing else.</summary>
internal sealed class EmptyWorld(AccountFrame frame) : IWorldSource
{
    public AccountFrame Frame => frame;

    public int ContactCount => 0;

    public int OpportunityCount => 0;

    public EntityId GetContactId(int number) => throw new ArgumentOutOfRangeException(nameof(number));

    public Contact GetContact(int number) => throw new ArgumentOutOfRangeException(nameof(number));

    public IEnumerable<Opportunity> ReadOpportunities() => [];

    public OpportunityDetails GetDetails(int number, Opportunity opportunity) => OpportunityDetails.Empty;

    public OpportunityDocuments GetDocuments(int number, Opportunity opportunity) => OpportunityDocuments.Empty;
}
