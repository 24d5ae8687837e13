using System.Collections.Immutable;
using CiivSoft.LeverSimulator.Generation.Content;
using CiivSoft.LeverSimulator.Generation.Documents;
using CiivSoft.LeverSimulator.Generation.People;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Generation.Worlds;

/// <summary>
/// A world of any size. Nothing is held but the postings: contact and opportunity numbers lead to each other by arithmetic (every 20
/// opportunities belong to 16 people), and all else follows from the dice of the number.
/// </summary>
internal sealed class SampledPlan : IWorldPlan
{
    private const long Day = 24L * 60 * 60 * 1000;
    private const int OpportunitiesABlock = 20;
    private const int ContactsABlock = 16;
    private const int OpportunitiesAPosting = 60;
    private const int YearsBack = 5;

    // Thirteen people with one opportunity, two with two, one with three.
    private static readonly ImmutableArray<int> ContactOfSlot =
    [
        0,
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10,
        11,
        12,
        13,
        13,
        14,
        14,
        15,
        15,
        15,
    ];

    private readonly int _seed;
    private readonly long _now;
    private readonly ImmutableArray<int> _taking;
    private readonly ImmutableDictionary<string, ImmutableArray<int>> _takingByOccupation;

    public SampledPlan(int opportunities, int seed, long now)
    {
        _seed = seed;
        _now = now;
        OpportunityCount = opportunities;
        ContactCount = ContactOf(opportunities - 1) + 1;
        Postings = CreatePostings(Math.Clamp(opportunities / OpportunitiesAPosting, 12, 5000));
        var taking = Postings.Where(posting => posting.TakesApplications).ToList();
        _taking = [.. taking.Select(posting => posting.Number)];
        _takingByOccupation = taking
            .GroupBy(posting => posting.Occupation.Key)
            .ToImmutableDictionary(
                group => group.Key,
                group => group.Select(posting => posting.Number).ToImmutableArray()
            );
    }

    public ImmutableArray<PlannedPosting> Postings { get; }

    public int ContactCount { get; }

    public int OpportunityCount { get; }

    public PlannedContact GetContact(int number)
    {
        var isSecondEntry = IsSecondEntry(number);
        var person = isSecondEntry ? number - 1 : number;
        var (occupation, level) = CallingOf(person);
        var newest = Month.OfTime(OpportunitiesOf(person).Max(opportunity => GetOpportunity(opportunity).CreatedAt));
        var isAbroad = Dice.For(_seed, "abroad", person).Chance(0.06);
        return new PlannedContact(
            new PersonSeed(_seed, person, occupation, level, newest, isAbroad),
            GetStanding(number),
            isSecondEntry
        );
    }

    public ContactStanding GetStanding(int number) =>
        (ContactStanding)Dice.For(_seed, "standing", number).PickWeighted([0.97, 0.006, 0.01, 0.008, 0.006]);

    public PlannedOpportunity GetOpportunity(int number)
    {
        var contact = ContactOf(number);
        var (occupation, _) = CallingOf(IsSecondEntry(contact) ? contact - 1 : contact);
        var dice = Dice.For(_seed, "opportunity", number);
        var fit = dice.PickWeighted([0.42, 0.2, 0.31, 0.07]);
        var candidates = fit switch
        {
            0 => TakingFor(occupation.Key),
            1 => TakingFor(dice.Pick(occupation.Related)),
            _ => _taking,
        };
        int? posting = fit == 3 ? null : dice.Pick(candidates);
        var candidacy = posting is { } on ? CandidacyOn(Postings[on], fit == 0, dice) : Candidacy.Lead;
        var createdAt = posting is { } at ? TimeOn(Postings[at], dice) : _now - dice.Next(Day, YearsBack * 365 * Day);
        var resume = ResumeFor(candidacy, dice);
        var isParsed = resume == ResumeKind.Profile || (resume == ResumeKind.File && dice.Chance(0.86));
        return new PlannedOpportunity(contact, posting, candidacy, createdAt, resume, isParsed, dice.Chance(0.01));
    }

    private static int ContactOf(int opportunity) =>
        (opportunity / OpportunitiesABlock * ContactsABlock) + ContactOfSlot[opportunity % OpportunitiesABlock];

    private static bool IsSecondEntry(int contact) =>
        contact % ContactsABlock == 9 && contact / ContactsABlock % 6 == 2;

    private IEnumerable<int> OpportunitiesOf(int contact)
    {
        var block = contact / ContactsABlock * OpportunitiesABlock;
        for (var slot = 0; slot < OpportunitiesABlock; slot++)
        {
            if (ContactOfSlot[slot] == contact % ContactsABlock && block + slot < OpportunityCount)
            {
                yield return block + slot;
            }
        }
    }

    private (Occupation Occupation, int Level) CallingOf(int person)
    {
        var dice = Dice.For(_seed, "calling", person);
        return (dice.Pick(OccupationSheets.All), 1 + dice.PickWeighted([0.2, 0.42, 0.27, 0.11]));
    }

    private ImmutableArray<int> TakingFor(string occupation) =>
        _takingByOccupation.GetValueOrDefault(occupation, _taking);

    private ImmutableArray<PlannedPosting> CreatePostings(int count)
    {
        var towns = PeopleLists.Countries[0].Towns;
        var open = Math.Max(8, count / 12);
        var order = Dice.For(_seed, "posting order", 0).PickSome(OccupationSheets.All, OccupationSheets.All.Length);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(number => CreatePosting(number, count, open, order[number % order.Length], towns)),
        ];
    }

    // The numbers follow time; the newest are open.
    private PlannedPosting CreatePosting(
        int number,
        int count,
        int open,
        Occupation occupation,
        ImmutableArray<string> towns
    )
    {
        var dice = Dice.For(_seed, "posting", number);
        var isOpen = number >= count - open;
        var level = 1 + dice.PickWeighted([0.14, 0.5, 0.28, 0.08]);
        var town = dice.Pick(towns);
        var isConfidential = dice.Chance(0.02);
        if (isOpen)
        {
            var state = dice.PickWeighted([0.9, 0.06, 0.03, 0.01]) switch
            {
                0 => PostingStates.Published,
                1 => PostingStates.Internal,
                2 => PostingStates.Draft,
                _ => PostingStates.Pending,
            };
            var createdAt = _now - dice.Next(Day, 55 * Day);
            return new PlannedPosting(number, occupation, level, town, state, createdAt, null, isConfidential);
        }

        var span = (YearsBack * 365 * Day) - (60 * Day);
        var opened =
            _now - (YearsBack * 365 * Day) + (span * number / Math.Max(1, count - open)) + dice.Next(0, 7 * Day);
        var closed = Math.Min(opened + dice.Next(18 * Day, 110 * Day), _now - Day);
        return new PlannedPosting(
            number,
            occupation,
            level,
            town,
            PostingStates.Closed,
            opened,
            closed,
            isConfidential
        );
    }

    // Most apply in the first weeks.
    private long TimeOn(PlannedPosting posting, Dice dice)
    {
        var share = dice.NextShare();
        var end = posting.ClosedAt ?? (_now - 60_000);
        return posting.CreatedAt + (long)((end - posting.CreatedAt) * share * Math.Sqrt(share));
    }

    private static Candidacy CandidacyOn(PlannedPosting posting, bool isStrong, Dice dice)
    {
        var isOpen = posting.ClosedAt is null;
        return (isOpen, isStrong) switch
        {
            (true, true) => (Candidacy)dice.PickWeighted([0.04, 0.02, 0.62, 0.12, 0.07, 0.04, 0.02, 0.03, 0.02, 0.02]),
            (true, false) => (Candidacy)dice.PickWeighted([0.01, 0, 0.78, 0.02, 0, 0, 0, 0.19]),
            (false, true) => (Candidacy)dice.PickWeighted([0.03, 0.02, 0, 0, 0, 0, 0, 0.08, 0.36, 0.14, 0.31, 0.06]),
            (false, false) => (Candidacy)dice.PickWeighted([0.01, 0, 0, 0, 0, 0, 0, 0.68, 0.03, 0.05, 0.23]),
        };
    }

    private static ResumeKind ResumeFor(Candidacy candidacy, Dice dice) =>
        candidacy is Candidacy.Lead or Candidacy.LeadContacted
            ? (ResumeKind)dice.PickWeighted([0.2, 0.4, 0, 0, 0.4])
            : (ResumeKind)dice.PickWeighted([0.05, 0.905, 0.012, 0.013, 0.02]);
}
