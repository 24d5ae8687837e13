using System.Collections.Immutable;
using CiivSoft.LeverSimulator.Generation.People;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Generation.Worlds;

/// <summary>
/// Turns a plan into the world that the simulator serves. Holds postings, users and shared lists of tags and sources; people, files
/// and notes are made anew each time.
/// </summary>
internal sealed class PlannedWorld : IWorldSource
{
    private const string OptOutTag = "CiiVSOFT opt-out";
    private static readonly ImmutableArray<ImmutableArray<string>> Sources =
    [
        ["Job site"],
        ["Careers page"],
        ["LinkedIn"],
        ["Referral"],
        ["Agency"],
        ["Careers fair"],
    ];

    private static readonly ImmutableArray<string> Origins =
    [
        "applied",
        "applied",
        "applied",
        "referred",
        "agency",
        "university",
    ];
    private static readonly ImmutableArray<string> LeadSources = ["Sourced"];
    private readonly IWorldPlan _plan;
    private readonly WorldSettings _settings;
    private readonly WorldIds _ids;
    private readonly Timelines _timelines;
    private readonly ContactWriter _contacts;
    private readonly ImmutableArray<User> _recruiters;
    private readonly ImmutableArray<ImmutableArray<string>> _tags;

    public PlannedWorld(IWorldPlan plan, WorldSettings settings)
    {
        _plan = plan;
        _settings = settings;
        _ids = new WorldIds(settings.Seed);
        _timelines = new Timelines(settings.Seed, settings.Now, settings.Frame);
        _contacts = new ContactWriter(settings.Now);
        _recruiters = Company.CreateUsers(settings.Seed, settings.Now);
        var writer = new PostingWriter(settings.Seed, _recruiters);
        Frame = settings.Frame with
        {
            Users = [.. settings.Frame.Users, .. _recruiters],
            Postings = [.. plan.Postings.Select(posting => writer.Write(posting, _ids.Posting(posting.Number)))],
        };
        _tags = [.. Frame.Postings.Select(posting => posting.InheritedTags())];
    }

    public AccountFrame Frame { get; }

    public int ContactCount => _plan.ContactCount;

    public int OpportunityCount => _plan.OpportunityCount;

    public EntityId GetContactId(int number) => _ids.Contact(number);

    public Contact GetContact(int number) => _contacts.Write(_plan.GetContact(number), GetContactId(number));

    public ImmutableArray<string> GetEmails(int contactNumber) =>
        ContactWriter.EmailsOf(_plan.GetContact(contactNumber));

    public IEnumerable<Opportunity> ReadOpportunities() => Enumerable.Range(0, OpportunityCount).Select(Read);

    public OpportunityDetails GetDetails(int number, Opportunity opportunity)
    {
        var planned = _plan.GetOpportunity(number);
        var timeline = _timelines.Create(number, planned);
        var posting = planned.Posting is { } on ? Frame.Postings[on] : null;
        var isLead = planned.Candidacy is Candidacy.Lead or Candidacy.LeadContacted;
        var adder = isLead ? opportunity.OwnerId : null;
        return new OpportunityDetails
        {
            StageChanges =
            [
                .. timeline.Steps.Select(
                    (step, index) =>
                        new StageChange(
                            step.Stage.Id,
                            Frame.Stages.IndexOf(step.Stage),
                            step.At,
                            index == 0 ? adder : opportunity.OwnerId
                        )
                ),
            ],
            Followers = opportunity.OwnerId is { } owner ? [owner] : [],
            Application = posting is null ? null : CreateApplication(number, planned, posting, adder),
            Notes = NoteWriter.Write(
                planned.Candidacy,
                timeline,
                Dice.For(_settings.Seed, "note", number),
                _ids.Note(0, number),
                _recruiters
            ),
        };
    }

    public OpportunityDocuments GetDocuments(int number, Opportunity opportunity)
    {
        var planned = _plan.GetOpportunity(number);
        return DocumentWriter.Write(
            _plan.GetContact(planned.Contact),
            planned.Resume,
            planned.IsParsed,
            planned.CreatedAt,
            _ids.Resume(number)
        );
    }

    private Opportunity Read(int number)
    {
        var planned = _plan.GetOpportunity(number);
        var timeline = _timelines.Create(number, planned);
        var posting = planned.Posting is { } on ? Frame.Postings[on] : null;
        var dice = Dice.For(_settings.Seed, "row", number);
        var isLead = planned.Candidacy is Candidacy.Lead or Candidacy.LeadContacted;
        var source = dice.PickWeighted([0.57, 0.17, 0.14, 0.08, 0.03, 0.01]);
        var owner = posting?.OwnerId ?? _recruiters[dice.Next(0, 3)].Id;
        var standing = _plan.GetStanding(planned.Contact);
        var tags = planned.Posting is { } tagged ? _tags[tagged] : [];
        var last = timeline.LastAdvancedAt;
        return new Opportunity
        {
            Id = _ids.Opportunity(number),
            ContactNumber = planned.Contact,
            PostingId = posting?.Id,
            StageId = timeline.Steps[^1].Stage.Id,
            Archived = timeline.Archived,
            IsConfidential = posting is { IsConfidential: true },
            IsAnonymized = standing == ContactStanding.Anonymized,
            Tags = standing == ContactStanding.OptedOut ? tags.Insert(0, OptOutTag) : tags,
            Sources = isLead ? LeadSources : Sources[source],
            Origin = isLead ? "sourced" : Origins[source],
            SourcedBy = isLead ? owner : null,
            OwnerId = owner,
            CreatedAt = planned.CreatedAt,
            UpdatedAt = Math.Min(last + 44, _settings.Now),
            LastInteractionAt = last,
            LastAdvancedAt = last,
            SnoozedUntil =
                planned.IsSnoozed && timeline.Archived is null ? _settings.Now + (21L * 24 * 60 * 60 * 1000) : null,
        };
    }

    private Application CreateApplication(int number, PlannedOpportunity planned, Posting posting, string? adder)
    {
        var application = new Application
        {
            Id = _ids.Application(number),
            Type = adder is null ? "posting" : "user",
            PostingId = posting.Id,
            PostingOwner = posting.OwnerId,
            PostingHiringManager = posting.HiringManagerId,
            UserId = adder,
            CreatedAt = planned.CreatedAt + 1,
        };
        var contact = _plan.GetContact(planned.Contact);
        if (adder is not null || contact.Standing == ContactStanding.Anonymized)
        {
            return application;
        }

        var person = PersonFactory.Create(contact.Person);
        return application with
        {
            Name = person.TypedName,
            Company = person.Jobs[0].Employer,
            Email = person.Email,
            Phone = new Phone("mobile", person.Telephone),
            Links = person.Links,
        };
    }
}
