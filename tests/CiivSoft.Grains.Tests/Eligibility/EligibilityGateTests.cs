using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Eligibility;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;
using static CiivSoft.Grains.Tests.Support.Rows;

namespace CiivSoft.Grains.Tests.Eligibility;

public sealed class EligibilityGateTests
{
    private static readonly OpportunityRow Elsewhere = Opportunity("old", posting: "chef");

    [Fact]
    public void Somebody_on_another_posting_may_be_proposed() => Check(Person(Elsewhere)).ShouldBeNull();

    [Fact]
    public void Somebody_archived_on_another_posting_stays_eligible() =>
        Check(Person(Elsewhere.ArchivedFor(TimeSpan.FromDays(3)))).ShouldBeNull();

    [Fact]
    public void Nobody_is_proposed_of_whom_nothing_is_left() => Check(Person()).ShouldBe(Exclusion.Deleted);

    [Fact]
    public void Nobody_is_proposed_whose_opportunities_were_all_deleted() =>
        Check(Person(Elsewhere with { DeletedAtMs = 1 })).ShouldBe(Exclusion.Deleted);

    [Fact]
    public void Anonymised_is_said_before_everything_else() =>
        Check(Person(Elsewhere with { IsAnonymized = true, HasOptedOut = true })).ShouldBe(Exclusion.Anonymised);

    [Fact]
    public void The_opt_out_tag_on_any_opportunity_is_enough() =>
        Check(Person(Elsewhere, Opportunity("b", posting: null) with { HasOptedOut = true }))
            .ShouldBe(Exclusion.OptedOut);

    [Fact]
    public void Refused_consent_excludes() =>
        Check(Person(Elsewhere with { ConsentRefused = true })).ShouldBe(Exclusion.ConsentRefused);

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    [InlineData(1, false)]
    public void Consent_ends_at_its_very_millisecond(int msFromNow, bool isExcluded) =>
        Check(Person(Elsewhere with { ConsentEndsAtMs = Ms(Now) + msFromNow }))
            .ShouldBe(isExcluded ? Exclusion.ConsentRefused : null);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Confidential_records_take_part_only_where_the_account_says_so(bool isIncluded)
    {
        var rules = Rules with { IncludeConfidential = isIncluded };

        Check(Person(Elsewhere with { IsConfidential = true }), rules)
            .ShouldBe(isIncluded ? null : Exclusion.Confidential);
    }

    [Fact]
    public void Who_applied_to_the_very_posting_is_on_it_already() =>
        Check(Person(Elsewhere, Opportunity())).ShouldBe(Exclusion.AlreadyOnPosting);

    [Theory]
    [InlineData("applicant-new", false)]
    [InlineData(Screened, false)]
    [InlineData("lead-new", false)]
    [InlineData("stage-phone", true)]
    [InlineData("offer", true)]
    public void Somebody_beyond_the_screened_stage_anywhere_is_left_alone(string stage, bool isExcluded) =>
        Check(Person(Elsewhere with { StageId = stage })).ShouldBe(isExcluded ? Exclusion.InLaterStage : null);

    [Fact]
    public void A_later_stage_that_was_left_by_archiving_does_not_count() =>
        Check(Person((Elsewhere with { StageId = "stage-phone" }).ArchivedFor(TimeSpan.FromDays(1)))).ShouldBeNull();

    [Fact]
    public void Without_the_screened_stage_later_means_after_New_applicant()
    {
        var stages = Stages.Where(s => s.StageId != Screened).ToList();
        var rules = EligibilityRules.For(new AccountSettings(), stages, hiredReasonId: null, isShadow: false);

        Check(Person(Elsewhere with { StageId = "stage-phone" }), rules).ShouldBe(Exclusion.InLaterStage);
        Check(Person(Elsewhere), rules).ShouldBeNull();
    }

    [Theory]
    [InlineData(179.99, true)]
    [InlineData(180, true)]
    [InlineData(180.01, false)]
    public void Who_was_archived_on_this_posting_is_left_alone_for_180_days(double days, bool isExcluded) =>
        Check(Person(Opportunity().ArchivedFor(TimeSpan.FromDays(days))))
            .ShouldBe(isExcluded ? Exclusion.ArchivedRecently : null);

    [Fact]
    public void An_opportunity_that_was_archived_long_ago_does_not_hide_an_active_one() =>
        Check(Person(Opportunity("a").ArchivedFor(TimeSpan.FromDays(400)), Opportunity("b")))
            .ShouldBe(Exclusion.AlreadyOnPosting);

    [Fact]
    public void A_lead_of_ours_on_this_posting_counts_for_ever_even_archived_and_made_before_a_lost_database() =>
        Check(Person((Opportunity() with { LeadOf = Solution.Refiine }).ArchivedFor(TimeSpan.FromDays(900))))
            .ShouldBe(Exclusion.ProposedBefore);

    [Theory]
    [InlineData(EffectState.Planned)]
    [InlineData(EffectState.Shadow)]
    [InlineData(EffectState.Overtaken)]
    [InlineData(EffectState.Failed)]
    public void Nobody_is_proposed_twice_for_a_posting_whatever_became_of_the_first_time(EffectState state) =>
        Check(Person(Elsewhere) with { Leads = [Lead("nurse", TimeSpan.FromDays(400), state)] })
            .ShouldBe(Exclusion.ProposedBefore);

    [Fact]
    public void With_readable_archive_reasons_only_the_hired_reason_means_hired()
    {
        var rules = Rules with { HiredReasonId = "hired" };
        var fromOffer = Elsewhere with { StageId = "offer" };

        Check(Person(fromOffer.ArchivedFor(TimeSpan.FromDays(9), "declined")), rules).ShouldBeNull();
        Check(Person(Elsewhere.ArchivedFor(TimeSpan.FromDays(9), "hired")), rules).ShouldBe(Exclusion.Hired);
    }

    [Fact]
    public void Without_archive_reasons_archived_from_the_offer_stage_means_hired()
    {
        Check(Person((Elsewhere with { StageId = "offer" }).ArchivedFor(TimeSpan.FromDays(9))))
            .ShouldBe(Exclusion.Hired);
        Check(Person((Elsewhere with { StageId = "stage-phone" }).ArchivedFor(TimeSpan.FromDays(9)))).ShouldBeNull();
    }

    [Theory]
    [InlineData("DE", "GB", false, false, true)]
    [InlineData("gb", "GB", false, false, false)]
    [InlineData("DE", "GB", true, false, false)]
    [InlineData("DE", "GB", false, true, false)]
    [InlineData(null, "GB", false, false, false)]
    [InlineData("DE", null, false, false, false)]
    public void Another_country_excludes_unless_remote_or_willing_to_relocate_and_unknown_does_not(
        string? lives,
        string? posting,
        bool isRemote,
        bool willRelocate,
        bool isExcluded
    )
    {
        var person = Person(Elsewhere);
        person = person with { Contact = person.Contact with { Country = lives, WillingToRelocate = willRelocate } };

        EligibilityGate
            .Check(person, Posting() with { Country = posting, IsRemote = isRemote }, Rules, Now)
            .ShouldBe(isExcluded ? Exclusion.InAnotherCountry : null);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    public void At_most_two_leads_in_thirty_days(int leads, bool isExcluded) =>
        Check(Person(Elsewhere) with { Leads = Leads(leads, TimeSpan.FromDays(29.9)) })
            .ShouldBe(isExcluded ? Exclusion.EnoughLeads : null);

    [Fact]
    public void Leads_of_thirty_days_ago_do_not_count() =>
        Check(Person(Elsewhere) with { Leads = Leads(5, TimeSpan.FromDays(30)) }).ShouldBeNull();

    [Theory]
    [InlineData(EffectState.Planned, true)]
    [InlineData(EffectState.Unknown, true)]
    [InlineData(EffectState.Blocked, false)]
    [InlineData(EffectState.Shadow, false)]
    public void Leads_that_waited_for_long_count_as_soon_as_they_may_be_made(EffectState state, bool isExcluded) =>
        Check(
                Person(Elsewhere) with
                {
                    Leads = Leads(2, TimeSpan.FromDays(90), state),
                },
                Rules with
                {
                    CountsShadow = true,
                }
            )
            .ShouldBe(isExcluded ? Exclusion.EnoughLeads : null);

    [Theory]
    [InlineData(29.9, true)]
    [InlineData(30, false)]
    public void A_lead_counts_from_when_it_was_made(double daysAgo, bool isExcluded)
    {
        var leads = Leads(2, TimeSpan.FromDays(90)).Select(l => l with { SettledAt = Now.AddDays(-daysAgo) });

        Check(Person(Elsewhere) with { Leads = [.. leads] }).ShouldBe(isExcluded ? Exclusion.EnoughLeads : null);
    }

    [Theory]
    [InlineData(EffectState.Failed)]
    [InlineData(EffectState.Overtaken)]
    [InlineData(EffectState.Cancelled)]
    public void Leads_that_came_to_nothing_do_not_count(EffectState state) =>
        Check(Person(Elsewhere) with { Leads = Leads(5, TimeSpan.FromDays(1), state) }).ShouldBeNull();

    [Fact]
    public void Leads_that_were_only_recorded_count_while_the_account_is_in_shadow_and_not_when_it_is_live()
    {
        var person = Person(Elsewhere) with { Leads = Leads(2, TimeSpan.FromDays(1), EffectState.Shadow) };

        Check(person, Rules with { CountsShadow = true }).ShouldBe(Exclusion.EnoughLeads);
        Check(person).ShouldBeNull();
    }

    [Fact]
    public void A_person_with_duplicate_contacts_counts_once() =>
        Check(Person(Elsewhere, Opportunity("twin", contact: "ann-2"))).ShouldBe(Exclusion.AlreadyOnPosting);

    private static PlannedLead[] Leads(int count, TimeSpan ago, EffectState state = EffectState.Done) =>
        [.. Enumerable.Range(0, count).Select(i => Lead($"other-{i}", ago, state))];

    private static Exclusion? Check(PersonSnapshot person, EligibilityRules? rules = null) =>
        EligibilityGate.Check(person, Posting(), rules ?? Rules, Now);
}
