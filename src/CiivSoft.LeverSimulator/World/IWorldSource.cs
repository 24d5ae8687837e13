using System.Collections.Immutable;
using System.Text.Json;

namespace CiivSoft.LeverSimulator.World;

/// <summary>
/// An account as it stands when the simulator starts. <see cref="ReadOpportunities"/> is read once; contacts, details and documents
/// are made when asked for, are not kept, and must come out equal each time. Everything must be safe to call from several threads.
/// Contacts and opportunities are numbered from 0.
/// </summary>
internal interface IWorldSource
{
    AccountFrame Frame { get; }

    int ContactCount { get; }

    int OpportunityCount { get; }

    /// <summary>Cheap: called once for every contact at start.</summary>
    EntityId GetContactId(int number);

    Contact GetContact(int number);

    /// <summary>The addresses of a contact, in any case: the index of addresses asks every contact for them.</summary>
    ImmutableArray<string> GetEmails(int contactNumber) => GetContact(contactNumber).Emails;

    /// <summary>All opportunities by number, in any order of time; <c>Details</c> and <c>Documents</c> may stay null.</summary>
    IEnumerable<Opportunity> ReadOpportunities();

    OpportunityDetails GetDetails(int number, Opportunity opportunity);

    OpportunityDocuments GetDocuments(int number, Opportunity opportunity);
}

/// <summary>The few things of an account that are held as they are.</summary>
internal sealed record AccountFrame
{
    /// <summary>In pipeline order, ranks ascending.</summary>
    public required ImmutableArray<Stage> Stages { get; init; }

    public required ImmutableArray<ArchiveReason> ArchiveReasons { get; init; }

    /// <summary>With the service user (<see cref="WorldDefaults.ServiceUserId"/>) among them.</summary>
    public required ImmutableArray<User> Users { get; init; }

    public ImmutableArray<Posting> Postings { get; init; } = [];

    /// <summary>As Lever sends them.</summary>
    public ImmutableArray<JsonElement> Requisitions { get; init; } = [];

    /// <summary>As Lever sends them.</summary>
    public ImmutableArray<JsonElement> RequisitionFields { get; init; } = [];
}

/// <param name="Seed">The same seed and numbers give the same world, byte for byte.</param>
/// <param name="Now">The time the world stands at; nothing in it is later.</param>
/// <param name="Frame">Stages, archive reasons and users to start from (<see cref="WorldDefaults.CreateFrame"/>); a generator adds its own.</param>
internal sealed record WorldSettings(int Seed, long Now, AccountFrame Frame);

/// <summary>Makes the built-in worlds.</summary>
internal interface IWorldGenerator
{
    /// <summary><c>--world demo</c>: about 80 people and 12 postings.</summary>
    IWorldSource CreateDemo(WorldSettings settings);

    /// <summary><c>--world generated:N</c>: <paramref name="opportunities"/> opportunities, 1 to 1,000,000, produced lazily.</summary>
    IWorldSource CreateGenerated(int opportunities, WorldSettings settings);
}
