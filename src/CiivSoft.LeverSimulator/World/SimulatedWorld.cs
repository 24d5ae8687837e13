namespace CiivSoft.LeverSimulator.World;

/// <summary>
/// The account. Safe for several threads: every member takes <see cref="Gate"/>; who reads, decides and writes holds it throughout.
/// What it gives out is immutable. Opportunities and contacts are numbered from 0; numbers are never used again.
/// </summary>
internal sealed partial class SimulatedWorld
{
    private readonly IWorldSource _source;
    private readonly Dictionary<EntityId, int> _opportunityNumbers;
    private readonly Dictionary<EntityId, int> _contactNumbers;
    private readonly List<Opportunity?> _current;
    private readonly Dictionary<int, Contact> _changedContacts = [];
    private readonly List<int> _newestOfContact = [];
    private readonly List<int> _olderOfSameContact = [];
    private readonly OpportunityIndexes _indexes;
    private readonly Queue<(long Due, int Number, Opportunity? Opportunity)> _unseen = new();
    private readonly List<DeletedOpportunity> _deleted = [];
    private EmailIndex? _emails;

    /// <param name="source">What the account starts as.</param>
    /// <param name="clock">The account's time.</param>
    /// <param name="seed">Where the ids of what is made later start.</param>
    public SimulatedWorld(IWorldSource source, SimulatorClock clock, int seed = 0)
    {
        Ids = new SeededIds((ulong)seed ^ 0x5EED_0F1D);
        _source = source;
        Clock = clock;
        Account = new AccountTables(source.Frame);
        ContactCount = source.ContactCount;
        _contactNumbers = new Dictionary<EntityId, int>(source.ContactCount);
        for (var number = 0; number < source.ContactCount; number++)
        {
            _contactNumbers.Add(source.GetContactId(number), number);
            _newestOfContact.Add(-1);
        }

        _current = new List<Opportunity?>(source.OpportunityCount);
        _opportunityNumbers = new Dictionary<EntityId, int>(source.OpportunityCount);
        foreach (var opportunity in source.ReadOpportunities())
        {
            Register(opportunity);
        }

        _indexes = new OpportunityIndexes(_current.OfType<Opportunity>(), Account.RankOf);
    }

    public Lock Gate { get; } = new();

    public SimulatorClock Clock { get; }

    /// <summary>Ids for what is made while the simulator runs.</summary>
    public SeededIds Ids { get; }

    /// <summary>Stages, users, postings and the like. Take <see cref="Gate"/> around changes.</summary>
    public AccountTables Account { get; }

    public int ContactCount { get; private set; }

    /// <summary>Without the deleted ones.</summary>
    public int OpportunityCount
    {
        get
        {
            lock (Gate)
            {
                return _opportunityNumbers.Count;
            }
        }
    }

    /// <summary>Whether a note moves <c>updatedAt</c> too: Lever's documentation says so, its recorded traffic does not. The default is false.</summary>
    public bool NotesMoveUpdatedAt { get; set; }

    /// <summary>How long a change stays out of the lists; reading by id shows it at once. In milliseconds of the world's clock.</summary>
    public long LateVisibility { get; set; }

    /// <summary>Changes that lists do not show yet.</summary>
    public int UnseenChanges
    {
        get
        {
            lock (Gate)
            {
                IndexesOfNow();
                return _unseen.Count;
            }
        }
    }

    /// <summary>The opportunity's number, or null when there is none with this id.</summary>
    public int? FindOpportunity(string id)
    {
        lock (Gate)
        {
            return _opportunityNumbers.TryGetValue(new EntityId(id), out var number) ? number : null;
        }
    }

    /// <summary>Null when it was deleted, or there never was one.</summary>
    public Opportunity? FindLive(int number)
    {
        lock (Gate)
        {
            return number >= 0 && number < _current.Count ? _current[number] : null;
        }
    }

    /// <exception cref="KeyNotFoundException">It was deleted, or there never was one.</exception>
    public Opportunity GetOpportunity(int number) =>
        FindLive(number) ?? throw new KeyNotFoundException($"There is no opportunity number {number}.");

    /// <summary>Numbers of all that are not deleted, oldest number first. A copy.</summary>
    public IReadOnlyList<int> GetOpportunityNumbers()
    {
        lock (Gate)
        {
            return [.. Enumerable.Range(0, _current.Count).Where(number => _current[number] is not null)];
        }
    }

    public OpportunityDetails GetDetails(int number, Opportunity opportunity) =>
        opportunity.Details ?? _source.GetDetails(number, opportunity);

    public OpportunityDocuments GetDocuments(int number, Opportunity opportunity) =>
        opportunity.Documents ?? _source.GetDocuments(number, opportunity);

    public IReadOnlyList<DeletedOpportunity> GetDeleted()
    {
        lock (Gate)
        {
            return [.. _deleted];
        }
    }

    /// <summary>Adds an opportunity of a contact that exists; its id must be new.</summary>
    public int AddOpportunity(Opportunity opportunity)
    {
        lock (Gate)
        {
            var number = Register(
                opportunity with
                {
                    Details = opportunity.Details ?? OpportunityDetails.Empty,
                    Documents = opportunity.Documents ?? OpportunityDocuments.Empty,
                }
            );
            ShowInLists(number, _current[number]);
            return number;
        }
    }

    /// <summary>Puts a new state in the place of the one before.</summary>
    public void ReplaceOpportunity(int number, Opportunity opportunity)
    {
        lock (Gate)
        {
            _current[number] = opportunity;
            ShowInLists(number, opportunity);
        }
    }

    public void DeleteOpportunity(int number, string deletedBy)
    {
        lock (Gate)
        {
            var opportunity = GetOpportunity(number);
            _deleted.Add(new DeletedOpportunity(opportunity, number, deletedBy, Clock.Now));
            _opportunityNumbers.Remove(opportunity.Id);
            _current[number] = null;
            ShowInLists(number, null);
        }
    }

    private int Register(Opportunity opportunity)
    {
        var number = _current.Count;
        _opportunityNumbers.Add(opportunity.Id, number);
        _current.Add(opportunity);
        _olderOfSameContact.Add(_newestOfContact[opportunity.ContactNumber]);
        _newestOfContact[opportunity.ContactNumber] = number;
        return number;
    }

    private void ShowInLists(int number, Opportunity? opportunity)
    {
        if (LateVisibility > 0 || _unseen.Count > 0)
        {
            _unseen.Enqueue((Clock.Now + LateVisibility, number, opportunity));
        }
        else
        {
            _indexes.Show(number, opportunity);
        }
    }

    private OpportunityIndexes IndexesOfNow()
    {
        while (_unseen.TryPeek(out var first) && first.Due <= Clock.Now)
        {
            _unseen.Dequeue();
            _indexes.Show(first.Number, first.Opportunity);
        }

        return _indexes;
    }
}

/// <param name="Opportunity">As it was.</param>
/// <param name="Number">Its number.</param>
/// <param name="DeletedBy">A user id.</param>
/// <param name="DeletedAt">When.</param>
internal sealed record DeletedOpportunity(Opportunity Opportunity, int Number, string DeletedBy, long DeletedAt);
