using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>An opportunity with all that its answer needs, as it was at one moment.</summary>
internal sealed class OpportunityView(SimulatedWorld world, int number, Opportunity opportunity)
{
    private OpportunityDetails? _details;

    public AccountTables Account => world.Account;

    public int Number => number;

    public Opportunity Opportunity => opportunity;

    public Contact Contact { get; } = world.GetContact(opportunity.ContactNumber);

    public OpportunityDetails Details => _details ??= world.GetDetails(number, opportunity);

    /// <summary>Most write calls answer the contact's fields empty, although the contact has data.</summary>
    public bool HidesContact { get; init; }

    /// <summary>Write calls answer without <c>opportunityLocation</c>.</summary>
    public bool IsWriteAnswer { get; init; }

    /// <summary>Null unless it stands in the list of deleted ones.</summary>
    public DeletedOpportunity? Deleted { get; init; }
}
