using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.Generation.Worlds;

/// <summary>
/// Who is in a world and how they fit: everything that a world must know without making texts. Cheap, equal at each call, and safe
/// for several threads.
/// </summary>
internal interface IWorldPlan
{
    ImmutableArray<PlannedPosting> Postings { get; }

    int ContactCount { get; }

    int OpportunityCount { get; }

    PlannedContact GetContact(int number);

    /// <summary>Of a contact; cheaper than the contact, because every row of a world asks for it.</summary>
    ContactStanding GetStanding(int number);

    PlannedOpportunity GetOpportunity(int number);
}
