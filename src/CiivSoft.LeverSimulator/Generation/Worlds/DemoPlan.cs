using System.Collections.Immutable;
using CiivSoft.LeverSimulator.Generation.Content;
using CiivSoft.LeverSimulator.Generation.Documents;
using CiivSoft.LeverSimulator.Generation.People;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Generation.Worlds;

/// <summary>
/// The demo's company: ten open postings, an unlisted one among them, two closed, and people chosen so that each solution has something to show. Applicants who
/// fit (FiiLTER), applicants who fit another open posting (REFiiNE), borderline ones and plain misfits; archived people who fit
/// postings that are open or about to open (ARKiiVE); and the odd cases every account has.
/// </summary>
internal sealed class DemoPlan : IWorldPlan
{
    private const long Hour = 60L * 60 * 1000;
    private const long Day = 24 * Hour;
    private readonly List<PlannedContact> _contacts = [];
    private readonly List<PlannedOpportunity> _opportunities = [];
    private readonly int _seed;
    private readonly long _now;

    public DemoPlan(int seed, long now)
    {
        _seed = seed;
        _now = now;
        Postings = CreatePostings();
        foreach (var line in DemoCast.Applicants)
        {
            AddApplicants(line);
        }

        foreach (var line in DemoCast.Archive)
        {
            AddArchived(line);
        }

        AddOddCases();
    }

    public ImmutableArray<PlannedPosting> Postings { get; }

    public int ContactCount => _contacts.Count;

    public int OpportunityCount => _opportunities.Count;

    public PlannedContact GetContact(int number) => _contacts[number];

    public ContactStanding GetStanding(int number) => _contacts[number].Standing;

    public PlannedOpportunity GetOpportunity(int number) => _opportunities[number];

    private ImmutableArray<PlannedPosting> CreatePostings()
    {
        var postings = ImmutableArray.CreateBuilder<PlannedPosting>();
        foreach (var (occupation, title, level, town, state, days) in DemoCast.Postings)
        {
            var createdAt = _now - (days * Day);
            long? closedAt = state == PostingStates.Closed ? createdAt + (45 * Day) : null;
            var sheet = OccupationSheets.Get(occupation);
            postings.Add(
                new PlannedPosting(postings.Count, sheet, level, town, state, createdAt, closedAt, Title: title)
            );
        }

        return postings.ToImmutable();
    }

    private void AddApplicants(DemoCast.Applicant line)
    {
        var posting = Postings[PostingOf(line.Posting)];
        for (var number = 0; number < line.Count; number++)
        {
            var contact = AddPerson(line.Occupation, line.Level, _now);
            var dice = Dice.For(_seed, "demo time", _opportunities.Count);
            var age = dice.Next(2 * Hour, _now - posting.CreatedAt);
            _opportunities.Add(
                new PlannedOpportunity(
                    contact,
                    posting.Number,
                    line.Candidacy,
                    line.Candidacy == Candidacy.NewApplicant ? _now - (age / 3) : _now - age,
                    IsParsed: dice.Chance(0.85)
                )
            );
        }
    }

    private void AddArchived(DemoCast.Archived line)
    {
        for (var number = 0; number < line.Count; number++)
        {
            var dice = Dice.For(_seed, "demo archive", _opportunities.Count);
            var createdAt = _now - dice.Next(200 * Day, 900 * Day);
            int? posting = line.Posting is { } occupation ? PostingOf(occupation) : null;
            if (posting is { } on)
            {
                var planned = Postings[on];
                createdAt = planned.CreatedAt + dice.Next(Hour, 30 * Day);
            }

            var contact = AddPerson(line.Occupation, line.Level, createdAt);
            _opportunities.Add(
                new PlannedOpportunity(contact, posting, line.Candidacy, createdAt, IsParsed: dice.Chance(0.85))
            );
        }
    }

    private void AddOddCases()
    {
        var nurse = PostingOf("registered-nurse");
        Add("registered-nurse", 2, nurse, Candidacy.NewApplicant, 3, ResumeKind.Scan, isParsed: false);
        Add("accountant", 2, PostingOf("accountant"), Candidacy.NewApplicant, 2, ResumeKind.Broken, isParsed: false);
        Add(
            "customer-support",
            2,
            PostingOf("customer-support"),
            Candidacy.NewApplicant,
            1,
            ResumeKind.None,
            isParsed: false
        );
        Add("data-engineer", 3, null, Candidacy.Lead, 40, ResumeKind.Profile, isParsed: true);
        Add("electrician", 3, null, Candidacy.Lead, 150, standing: ContactStanding.OptedOut);
        Add(
            "truck-driver",
            2,
            PostingOf("truck-driver"),
            Candidacy.RejectedLate,
            205,
            standing: ContactStanding.Anonymized
        );
        Add(
            "project-manager",
            3,
            PostingOf("project-manager"),
            Candidacy.RejectedLate,
            290,
            standing: ContactStanding.StoringExpired
        );
        AddSecondCandidacy(_opportunities.FindIndex(opportunity => opportunity.Candidacy == Candidacy.RejectedLate));
        AddSecondEntry();
    }

    // Was in the running once, and applied again lately elsewhere.
    private void AddSecondCandidacy(int first)
    {
        var contact = _opportunities[first].Contact;
        var person = _contacts[contact].Person;
        _contacts[contact] = _contacts[contact] with { Person = person with { Now = Month.OfTime(_now) } };
        _opportunities.Add(
            new PlannedOpportunity(contact, PostingOf("customer-support"), Candidacy.NewApplicant, _now - (5 * Hour))
        );
    }

    // The same person with the same address a second time, entered by hand.
    private void AddSecondEntry()
    {
        var nurse = _opportunities.FindIndex(opportunity => opportunity.Candidacy == Candidacy.RejectedLate);
        var original = _contacts[_opportunities[nurse].Contact];
        _contacts.Add(original with { IsSecondEntry = true });
        _opportunities.Add(new PlannedOpportunity(_contacts.Count - 1, null, Candidacy.Lead, _now - (120 * Day)));
    }

    private void Add(
        string occupation,
        int level,
        int? posting,
        Candidacy candidacy,
        int daysAgo,
        ResumeKind resume = ResumeKind.File,
        bool isParsed = true,
        ContactStanding standing = ContactStanding.Normal
    )
    {
        var createdAt = _now - (daysAgo * Day);
        var contact = AddPerson(occupation, level, createdAt, standing);
        _opportunities.Add(new PlannedOpportunity(contact, posting, candidacy, createdAt, resume, isParsed));
    }

    private int AddPerson(string occupation, int level, long at, ContactStanding standing = ContactStanding.Normal)
    {
        var number = _contacts.Count;
        var seed = new PersonSeed(
            _seed,
            number,
            OccupationSheets.Get(occupation),
            level,
            Month.OfTime(at),
            number % 29 == 28
        );
        _contacts.Add(new PlannedContact(seed, standing));
        return number;
    }

    private int PostingOf(string occupation) => Postings.First(posting => posting.Occupation.Key == occupation).Number;
}
