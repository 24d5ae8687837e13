using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Candidates;
using CiivSoft.Grains.Candidates;
using CiivSoft.Grains.Effects;
using CiivSoft.Grains.Postings;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Matching;
using CiivSoft.Matching.Postings;
using CiivSoft.Matching.Requirements;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;
using static CiivSoft.Grains.Tests.Support.Rows;

namespace CiivSoft.Grains.Tests.Candidates;

public sealed class ApplicationDeciderTests
{
    private static readonly MatchingEngine Engine = TestEngine.Value;
    private static readonly ApplicationDecider Decider = new(Engine, TestKeys.Refs);
    private static readonly OpportunityRow OnNurse = Opportunity("on-nurse");
    private static readonly OpportunityRow OnChef = Opportunity("on-chef", posting: "chef");

    [Fact]
    public void A_match_is_moved_with_a_note_and_does_not_fall_to_REFiiNE()
    {
        var decided = Decide(OnNurse, Context(Samples.NurseResume)).ShouldHaveSingleItem();

        decided.Decision.Solution.ShouldBe(Solution.Fiilter);
        decided.Decision.Verdict.ShouldBe(Verdicts.Match);
        decided.Decision.Score!.Value.ShouldBeGreaterThanOrEqualTo(Engine.FiilterCut);
        decided
            .Effects.Select(e => (e.Kind, e.OpportunityId))
            .ShouldBe([(EffectKind.Move, "on-nurse"), (EffectKind.Note, "on-nurse")]);
        decided.Effects[1].ParentId.ShouldBe(decided.Effects[0].EffectId);
        Text(decided.Effects[1]).ShouldContain("Ref " + decided.Effects[1].Ref);
        Text(decided.Effects[1]).ShouldNotContain("@");
    }

    [Fact]
    public void No_match_falls_to_REFiiNE_which_makes_one_lead_with_two_notes()
    {
        var decided = Decide(OnChef, Context(Samples.NurseResume, OnChef));

        decided
            .Select(d => (d.Decision.Solution, d.Decision.Verdict))
            .ShouldBe([(Solution.Fiilter, Verdicts.NoMatch), (Solution.Refiine, Verdicts.Lead)]);
        decided[0].Effects.ShouldBeEmpty();
        decided[1].Decision.PostingId.ShouldBe("nurse");
        var effects = decided[1].Effects;
        effects
            .Select(e => (e.Kind, e.Target, e.OpportunityId))
            .ShouldBe([
                (EffectKind.Lead, "nurse", null),
                (EffectKind.Note, NoteRoles.Lead, null),
                (EffectKind.Note, NoteRoles.Origin, "on-chef"),
            ]);
        effects.Skip(1).ShouldAllBe(e => e.ParentId == effects[0].EffectId);
    }

    [Fact]
    public void What_a_lost_database_referred_is_referred_there_again_and_nowhere_else()
    {
        var lead = Opportunity("lead", posting: "accountant", stage: "lead-new") with
        {
            LeadOf = Solution.Refiine,
            CreatedAtMs = OnChef.CreatedAtMs + 1,
        };

        var again = Decide(OnChef, Context(Samples.NurseResume, OnChef, lead))[1];
        again.Decision.PostingId.ShouldBe("accountant");
        again.Effects[0].Target.ShouldBe("accountant");

        var closed = Decide(OnChef, Context(Samples.NurseResume, OnChef, lead, postings: ["nurse", "chef"]))[1];
        closed.Decision.Verdict.ShouldBe(Verdicts.None);
        closed.Effects.ShouldBeEmpty();
    }

    [Fact]
    public void A_lead_that_is_older_than_the_application_or_recorded_here_is_no_lost_referral()
    {
        var lead = Opportunity("lead", posting: "accountant", stage: "lead-new") with { LeadOf = Solution.Refiine };
        var older = Person(OnChef, lead with { CreatedAtMs = OnChef.CreatedAtMs - 1 });
        var recorded = Person(OnChef, lead) with
        {
            Leads = [new PlannedLead("accountant", lead.ContactId, Now, EffectState.Done)],
        };

        LostReferral.Find(OnChef, Person(OnChef, lead)).ShouldBe("accountant");
        LostReferral.Find(OnChef, older).ShouldBeNull();
        LostReferral.Find(OnChef, recorded).ShouldBeNull();
    }

    [Fact]
    public void Nothing_is_written_where_nothing_matches_unless_the_account_wants_a_note()
    {
        var context = Context(Samples.AccountantResume, OnChef, postings: ["chef", "nurse"]);
        var talkative = context with
        {
            Order = context.Order with { Settings = new AccountSettings { NoteWhenNothingMatches = true } },
        };

        var silent = Decide(OnChef, context);
        silent.Select(d => d.Decision.Verdict).ShouldBe([Verdicts.NoMatch, Verdicts.None]);
        silent.SelectMany(d => d.Effects).ShouldBeEmpty();
        var note = Decide(OnChef, talkative).SelectMany(d => d.Effects).ShouldHaveSingleItem();
        (note.Kind, note.Target, note.OpportunityId).ShouldBe((EffectKind.Note, NoteRoles.NothingMatched, "on-chef"));
    }

    [Fact]
    public void REFiiNE_asks_more_than_FiiLTER_and_compares_with_the_other_postings_only()
    {
        var context = Context(Samples.NurseResume, OnChef);

        var refined = Decide(OnChef, context)[1].Decision;

        refined.Cut.ShouldBe(Engine.RefiineCut(2));
        Engine.RefiineCut(50).ShouldBeGreaterThan(Engine.FiilterCut);
    }

    [Fact]
    public void REFiiNE_refers_to_no_posting_where_the_person_is_already()
    {
        var decided = Decide(OnChef, Context(Samples.NurseResume, OnChef, OnNurse with { StageId = "lead-new" }));

        decided[1].Decision.Verdict.ShouldBe(Verdicts.None);
        decided[1].Effects.ShouldBeEmpty();
    }

    [Fact]
    public void REFiiNE_offers_no_confidential_posting_unless_the_account_says_so()
    {
        var context = Context(Samples.NurseResume, OnChef) with
        {
            Postings = Open(
                Read("chef", Samples.ChefPosting),
                Read("nurse", Samples.NursePosting, p => p with { IsConfidential = true })
            ),
        };

        Decide(OnChef, context)[1].Decision.Verdict.ShouldBe(Verdicts.None);
        var order = context.Order with { Settings = new AccountSettings { IncludeConfidential = true } };
        Decide(OnChef, context with { Order = order })[1].Decision.Verdict.ShouldBe(Verdicts.Lead);
    }

    [Fact]
    public void A_person_with_several_applications_gets_a_posting_once()
    {
        var onAccounts = Opportunity("on-accounts", posting: "accountant");
        var context = Context(Samples.NurseResume, OnChef, onAccounts);

        var leads = Decider
            .DecideAll([OnChef, onAccounts], context)
            .SelectMany(d => d.Effects)
            .Where(e => e.Kind == EffectKind.Lead);

        leads.ShouldHaveSingleItem().Target.ShouldBe("nurse");
    }

    [Fact]
    public void Two_leads_of_this_month_are_enough_for_REFiiNE_too()
    {
        var context = Context(Samples.NurseResume, OnChef);
        var person = context.Person with { Leads = [Lead("a", TimeSpan.FromDays(1)), Lead("b", TimeSpan.FromDays(2))] };

        Decide(OnChef, context with { Person = person })[1].Decision.Verdict.ShouldBe(Verdicts.None);
    }

    [Theory]
    [InlineData(ResumeStatus.Unreadable, Verdicts.Unreadable, 1)]
    [InlineData(ResumeStatus.NeedsOcr, Verdicts.NeedsOcr, 1)]
    [InlineData(ResumeStatus.Encrypted, Verdicts.Unreadable, 1)]
    [InlineData(ResumeStatus.None, Verdicts.NoResume, 0)]
    public void What_cannot_be_read_stays_where_it_is_and_never_falls_to_REFiiNE(
        ResumeStatus status,
        string verdict,
        int notes
    )
    {
        var context = Context(null, OnChef);
        var person = context.Person with { Contact = context.Person.Contact with { ResumeStatus = status } };

        var decided = Decide(OnChef, context with { Person = person }).ShouldHaveSingleItem();

        decided.Decision.Verdict.ShouldBe(verdict);
        decided.Effects.Count.ShouldBe(notes);
        decided.Effects.ShouldAllBe(e => e.Kind == EffectKind.Note && e.OpportunityId == "on-chef");
    }

    [Theory]
    [InlineData(ResumeStatus.Unreadable, "damaged or of a kind")]
    [InlineData(ResumeStatus.NeedsOcr, "a scan")]
    [InlineData(ResumeStatus.NotProcessed, "Lever could not process")]
    [InlineData(ResumeStatus.TooLarge, "larger than CiiVSOFT opens")]
    [InlineData(ResumeStatus.Quarantined, "looks unsafe")]
    [InlineData(ResumeStatus.Encrypted, "protected by a password")]
    public void Why_a_file_cannot_be_read_is_said_by_the_note_and_by_the_decision(ResumeStatus status, string said)
    {
        var context = Context(null, OnChef);
        var person = context.Person with { Contact = context.Person.Contact with { ResumeStatus = status } };

        var decided = Decide(OnChef, context with { Person = person }).ShouldHaveSingleItem();

        decided.Decision.EvidenceJson.ShouldNotBeNull().ShouldContain(said);
        decided.Effects.ShouldHaveSingleItem().PayloadJson.ShouldNotBeNull().ShouldContain(said);
    }

    [Theory]
    [InlineData(Samples.GermanResume, Verdicts.LanguageNotSupported, "language that CiiVSOFT does not read")]
    [InlineData(Samples.ChineseResume, Verdicts.LanguageNotSupported, "language that CiiVSOFT does not read")]
    [InlineData("Nurse.", Verdicts.TooShort, "too few words")]
    public void A_resume_that_cannot_be_judged_is_no_mismatch_and_gets_a_note(
        string resume,
        string verdict,
        string said
    )
    {
        var decided = Decide(OnChef, Context(resume, OnChef)).ShouldHaveSingleItem();

        decided.Decision.Verdict.ShouldBe(verdict);
        decided.Decision.EvidenceJson.ShouldNotBeNull();
        var note = decided.Effects.ShouldHaveSingleItem();
        (note.Kind, note.OpportunityId).ShouldBe((EffectKind.Note, "on-chef"));
        note.PayloadJson.ShouldNotBeNull().ShouldContain(said);
    }

    [Theory]
    [InlineData("", "", Verdicts.NotJudgeable)]
    [InlineData("Koch", Samples.GermanPosting, Verdicts.LanguageNotSupported)]
    public void A_posting_that_cannot_be_compared_with_is_told_on_each_application_only_where_that_is_wanted(
        string title,
        string text,
        string verdict
    )
    {
        var context = Context(Samples.NurseResume, OnChef) with
        {
            Postings = Open(Read("chef", text, p => p with { Title = title })),
        };
        var wanted = context with
        {
            Order = context.Order with { Settings = context.Order.Settings with { NoteWhenNothingMatches = true } },
        };

        var decided = Decide(OnChef, context).ShouldHaveSingleItem();

        decided.Decision.Verdict.ShouldBe(verdict);
        decided.Effects.ShouldBeEmpty();
        Decide(OnChef, wanted)
            .ShouldHaveSingleItem()
            .Effects.ShouldHaveSingleItem()
            .PayloadJson.ShouldNotBeNull()
            .ShouldContain("The posting");
    }

    [Fact]
    public void Who_opted_out_is_left_alone_on_every_contact()
    {
        var twin = Opportunity("twin", contact: "ann-2", posting: null) with { HasOptedOut = true };

        var decided = Decide(OnNurse, Context(Samples.NurseResume, OnNurse, twin)).ShouldHaveSingleItem();

        decided.Decision.Verdict.ShouldBe(Verdicts.LeftAlone);
        decided.Effects.ShouldBeEmpty();
    }

    [Fact]
    public void On_a_posting_that_is_not_open_nothing_is_decided() =>
        Decide(Opportunity(posting: "closed"), Context(Samples.NurseResume)).ShouldBeEmpty();

    [Fact]
    public void The_same_application_gives_the_same_decision_and_the_same_writes()
    {
        var first = Decide(OnChef, Context(Samples.NurseResume, OnChef));
        var second = Decide(OnChef, Context(Samples.NurseResume, OnChef));

        second.Select(d => d.Decision).ShouldBe(first.Select(d => d.Decision));
        second.SelectMany(d => d.Effects).ShouldBe(first.SelectMany(d => d.Effects));
    }

    [Fact]
    public void In_shadow_the_decision_is_the_same_and_nothing_is_planned()
    {
        var context = Context(Samples.NurseResume);
        var decided = Decide(OnNurse, context with { Order = context.Order with { IsShadow = true } });

        decided.ShouldHaveSingleItem().Decision.IsShadow.ShouldBeTrue();
        decided[0].Decision.Verdict.ShouldBe(Verdicts.Match);
        decided[0].Effects.ShouldAllBe(e => e.State == EffectState.Shadow);
    }

    private static IReadOnlyList<DecidedEffects> Decide(OpportunityRow application, DecisionContext context) =>
        Decider.Decide(application, context);

    private static DecisionContext Context(
        string? resume,
        OpportunityRow? first = null,
        OpportunityRow? second = null,
        string[]? postings = null
    ) =>
        new(
            Account,
            Person([.. new[] { first ?? OnNurse, second }.OfType<OpportunityRow>()]),
            new WorkOrder
            {
                WorkVersion = 1,
                Urgency = CallUrgency.NewApplication,
                IsShadow = false,
                Settings = new AccountSettings(),
                PostingsVersion = 1,
                Stages = [.. Stages],
                ConnectionVersion = 1,
            },
            Open([.. (postings ?? ["nurse", "accountant", "chef"]).Select(p => Read(p, TextOf(p)))]),
            resume is null ? null : Engine.ReadResume(new ResumeSource(resume, PersonDetails.None)),
            "[]",
            Now
        );

    private static OpenPostings Open(params OpenPosting[] postings) =>
        new(1, postings.ToDictionary(p => p.Row.PostingId));

    private static OpenPosting Read(string id, string text, Func<PostingRow, PostingRow>? change = null)
    {
        var row = Posting(id) with { Title = TitleOf(id), Text = text };
        row = change?.Invoke(row) ?? row;
        var source = new PostingSource(row.Title, row.Text);
        return new OpenPosting(
            row,
            new Lazy<PostingProfile>(() => Engine.ReadPosting(source)),
            new Lazy<RequirementList>(() => RequirementDrafter.Draft(source))
        );
    }

    private static string TextOf(string id) =>
        id switch
        {
            "nurse" => Samples.NursePosting,
            "chef" => Samples.ChefPosting,
            _ => Samples.AccountantPosting,
        };

    private static string TitleOf(string id) =>
        id switch
        {
            "nurse" => "Registered Nurse",
            "chef" => "Head Chef",
            _ => "Management Accountant",
        };

    private static string Text(EffectRow note) =>
        System.Text.Json.JsonSerializer.Deserialize<NotePayload>(note.PayloadJson!)!.Text;
}
