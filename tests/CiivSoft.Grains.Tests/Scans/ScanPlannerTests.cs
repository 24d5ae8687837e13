using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Scans;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Work;
using static CiivSoft.Grains.Tests.Support.Rows;

namespace CiivSoft.Grains.Tests.Scans;

public sealed class ScanPlannerTests
{
    private static readonly ContactRow Read = Contact() with { ResumeStatus = ResumeStatus.Read };
    private static readonly ScanView Live = View();

    [Fact]
    public void Unchanged_rows_cost_nothing()
    {
        var row = Opportunity();

        Plan([row], [row], [Read]).IsEmpty.ShouldBeTrue();
        ScanPlanner.Postings([Posting()], Known(Posting()), isFirstScan: false, Now).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_new_application_on_an_open_posting_is_urgent()
    {
        var save = Plan([Opportunity()], [], []);

        save.Opportunities.Count.ShouldBe(1);
        save.Contacts.Count.ShouldBe(1);
        var work = save.Work.ShouldHaveSingleItem();
        (work.Kind, work.Id, work.Priority).ShouldBe((WorkKind.Contact, "ann", WorkPriority.NewApplication));
    }

    [Fact]
    public void A_change_of_an_application_that_was_decided_is_saved_and_not_looked_at()
    {
        var old = Opportunity();
        var tagged = old with { UpdatedAtMs = Ms(Now) };

        Plan([tagged], [old], [Read]).Work.ShouldHaveSingleItem();
        var save = Plan([tagged], [old], [Read], Live with { Decided = new HashSet<string> { "app-opp" } });

        save.Work.ShouldBeEmpty();
        save.Opportunities.ShouldBe([tagged]);
    }

    public static TheoryData<string, string> NotWaiting =>
        new()
        {
            { "archived", "" },
            { "stage", "stage-phone" },
            { "posting", "closed-one" },
            { "posting", "" },
            { "confidential", "" },
        };

    [Theory]
    [MemberData(nameof(NotWaiting))]
    public void What_does_not_wait_in_New_applicant_on_an_open_posting_is_backlog(string field, string value)
    {
        var row = field switch
        {
            "archived" => Opportunity().ArchivedFor(TimeSpan.FromDays(1)),
            "stage" => Opportunity(stage: value),
            "posting" => Opportunity(posting: value.Length == 0 ? null : value),
            _ => Opportunity() with { IsConfidential = true },
        };

        Plan([row], [], []).Work.ShouldHaveSingleItem().Priority.ShouldBe(WorkPriority.Backfill);
    }

    [Fact]
    public void A_confidential_application_waits_where_the_account_lets_it_take_part()
    {
        var view = Live with { Settings = new AccountSettings { IncludeConfidential = true } };

        Plan([Opportunity() with { IsConfidential = true }], [], [], view)
            .Work.ShouldHaveSingleItem()
            .Priority.ShouldBe(WorkPriority.NewApplication);
    }

    [Fact]
    public void The_most_urgent_of_a_persons_rows_counts_and_the_person_is_queued_once()
    {
        var save = Plan([Opportunity("a", stage: "offer"), Opportunity("b"), Opportunity("c", stage: "offer")], [], []);

        save.Work.ShouldHaveSingleItem().Priority.ShouldBe(WorkPriority.NewApplication);
        save.Contacts.Count.ShouldBe(1);
    }

    [Fact]
    public void A_change_that_means_nothing_to_us_is_saved_without_work()
    {
        var old = Opportunity(stage: "stage-phone");

        var save = Plan([old with { UpdatedAtMs = Ms(Now) }], [old], [Read]);

        save.Opportunities.Count.ShouldBe(1);
        save.Work.ShouldBeEmpty();
    }

    [Fact]
    public void A_new_opportunity_of_a_known_person_may_bring_a_newer_resume() =>
        Plan([Opportunity("b", stage: "stage-phone")], [], [Read])
            .Work.ShouldHaveSingleItem()
            .Priority.ShouldBe(WorkPriority.Backfill);

    [Fact]
    public void In_the_first_synchronisation_older_records_of_somebody_read_bring_none() =>
        Plan([Opportunity("b", stage: "stage-phone")], [], [Read], View(isBackfill: true)).Work.ShouldBeEmpty();

    [Fact]
    public void Our_own_leads_bring_no_resume() =>
        Plan([Opportunity("b", stage: "lead-new") with { LeadOf = Solution.Arkiive }], [], [Read]).Work.ShouldBeEmpty();

    [Fact]
    public void A_row_that_becomes_visible_late_is_news_however_old_it_is() =>
        Plan([Opportunity() with { UpdatedAtMs = Ms(Now.AddMinutes(-14)) }], [], [Read])
            .Work.ShouldHaveSingleItem()
            .Priority.ShouldBe(WorkPriority.NewApplication);

    [Fact]
    public void An_application_seen_before_its_posting_is_looked_at_when_the_posting_becomes_visible()
    {
        var row = Opportunity();
        var view = Live with { OpenedNow = new HashSet<string> { "nurse" } };

        Plan([row], [row], [Read], view).Work.ShouldHaveSingleItem().Priority.ShouldBe(WorkPriority.NewApplication);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whoever_was_anonymised_or_withdrew_consent_is_queued_to_be_erased(bool isAnonymized)
    {
        var old = Opportunity(stage: "stage-phone");
        var now = isAnonymized ? old with { IsAnonymized = true } : old with { ConsentRefused = true };

        Plan([now], [old], [Read]).Work.ShouldHaveSingleItem().Priority.ShouldBe(WorkPriority.NewApplication);
    }

    [Fact]
    public void Whoever_gives_consent_again_is_read_again()
    {
        var refused = Opportunity(stage: "stage-phone") with { ConsentRefused = true };

        Plan([refused with { ConsentRefused = false }], [refused], [Contact()])
            .Work.ShouldHaveSingleItem()
            .Priority.ShouldBe(WorkPriority.Backfill);
    }

    [Fact]
    public void A_list_that_shows_less_of_a_person_than_before_takes_nothing_away()
    {
        var row = Opportunity();

        Plan([row], [row], [Read], contact: Contact() with { PersonKey = "ann", PersonJson = null })
            .IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void New_details_of_a_person_are_saved()
    {
        var row = Opportunity();

        Plan([row], [row], [Read], contact: Contact() with { PersonJson = "{\"names\":1}" }).Contacts.Count.ShouldBe(1);
    }

    [Fact]
    public void On_the_first_scan_nothing_opens()
    {
        var save = ScanPlanner.Postings([Posting()], Known(), isFirstScan: true, Now);

        save.Postings.ShouldHaveSingleItem().OpenedAt.ShouldBe(Now);
        save.Work.ShouldBeEmpty();
        save.Activity.ShouldBeEmpty();
    }

    [Fact]
    public void A_posting_that_is_new_and_open_opens()
    {
        var save = ScanPlanner.Postings([Posting()], Known(), isFirstScan: false, Now);

        var work = save.Work.ShouldHaveSingleItem();
        (work.Kind, work.Id, work.Reason).ShouldBe((WorkKind.Posting, "nurse", ArkiiveCauses.Opened));
        save.Activity.ShouldHaveSingleItem().Kind.ShouldBe("posting-opened");
    }

    [Fact]
    public void A_posting_that_is_new_and_not_open_does_not() =>
        ScanPlanner.Postings([Posting(isOpen: false)], Known(), isFirstScan: false, Now).Work.ShouldBeEmpty();

    [Fact]
    public void A_posting_that_opens_again_runs_again_and_closing_runs_nothing()
    {
        var (open, closed) = (Posting() with { OpenedAt = Now.AddDays(-9) }, Posting(isOpen: false));

        ScanPlanner.Postings([open], Known(closed), isFirstScan: false, Now).Work.Count.ShouldBe(1);
        ScanPlanner.Postings([closed], Known(open), isFirstScan: false, Now).Work.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_posting_that_was_closed_held_up_is_planned_again_although_no_scan_saw_it_closed()
    {
        var known = Posting() with { OpenedAt = Now.AddDays(-9), UpdatedAtMs = 1 };

        ScanPlanner
            .Postings([Posting() with { UpdatedAtMs = 2 }], Known(known), isFirstScan: false, Now)
            .OpenPostings.ShouldBe(["nurse"]);
        ScanPlanner
            .Postings([Posting(isOpen: false)], Known(known), isFirstScan: false, Now)
            .OpenPostings.ShouldBeEmpty();
        ScanPlanner.Postings([Posting()], Known(), isFirstScan: false, Now).OpenPostings.ShouldBeEmpty();
    }

    [Fact]
    public void A_posting_that_stays_open_keeps_the_time_when_it_opened()
    {
        var known = Posting() with { OpenedAt = Now.AddDays(-9) };

        var row = ScanPlanner
            .Postings([Posting() with { Title = "New title" }], Known(known), isFirstScan: false, Now)
            .Postings.ShouldHaveSingleItem();

        row.OpenedAt.ShouldBe(Now.AddDays(-9));
    }

    [Fact]
    public void Deleted_opportunities_are_marked_once_and_their_people_looked_at()
    {
        var row = Opportunity();
        var deleted = new Dictionary<string, long> { ["opp"] = 5, ["never-seen"] = 6 };

        var save = ScanPlanner.Deleted(deleted, ById(row));

        save.Opportunities.ShouldBe([row with { DeletedAtMs = 5 }]);
        save.Work.ShouldHaveSingleItem().Id.ShouldBe("ann");
        ScanPlanner.Deleted(deleted, ById(save.Opportunities[0])).IsEmpty.ShouldBeTrue();
    }

    private static ScanView View(bool isBackfill = false) =>
        new(new HashSet<string> { "nurse" }, "applicant-new", new AccountSettings(), isBackfill);

    private static ScanSave Plan(
        IReadOnlyList<OpportunityRow> seen,
        IReadOnlyList<OpportunityRow> known,
        IReadOnlyList<ContactRow> knownContacts,
        ScanView? view = null,
        ContactRow? contact = null
    ) =>
        ScanPlanner.Opportunities(
            seen,
            ById([.. known]),
            [contact ?? Contact()],
            knownContacts.ToDictionary(c => c.ContactId),
            view ?? Live
        );

    private static Dictionary<string, OpportunityRow> ById(params OpportunityRow[] rows) =>
        rows.ToDictionary(r => r.OpportunityId);

    private static Dictionary<string, PostingRow> Known(params PostingRow[] rows) =>
        rows.ToDictionary(r => r.PostingId);
}
