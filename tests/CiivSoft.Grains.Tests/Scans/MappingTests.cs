using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Grains.Scans;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Lever.Resources;
using CiivSoft.Storage.Mirror;
using static CiivSoft.Grains.Tests.Support.Rows;

namespace CiivSoft.Grains.Tests.Scans;

public sealed class MappingTests
{
    private static readonly LeverOpportunity Lever = new()
    {
        Id = "opp",
        ContactId = "ann",
        StageId = "applicant-new",
        Name = "Ann Onym",
        Emails = [" Ann@Example.com"],
        Location = "Leeds, UK",
        Applications = [new LeverApplication { Id = "app", PostingId = "nurse" }],
        CreatedAt = Now.AddDays(-1),
        UpdatedAt = Now,
    };

    [Fact]
    public void What_decides_about_a_person_is_taken_over()
    {
        var row = Map(
            Lever with
            {
                Tags = ["x", "ciivsoft OPT-OUT", "CiiVSOFT not useful"],
                Sources = ["Job site", "CiiVSOFT REFiiNE"],
                Archived = new LeverArchived { ReasonId = "r", ArchivedAt = Now },
                StageChanges = [new LeverStageChange { ToStageId = "offer" }],
                Confidentiality = "confidential",
            }
        );

        row.ShouldNotBeNull();
        (row.PostingId, row.ApplicationId, row.StageId, row.ContactId).ShouldBe(
            ("nurse", "app", "applicant-new", "ann")
        );
        (row.ArchivedAtMs, row.ArchiveReasonId, row.ReachedOffer).ShouldBe((Ms(Now), "r", true));
        (row.HasOptedOut, row.IsMarkedNotUseful, row.IsConfidential).ShouldBe((true, true, true));
        row.LeadOf.ShouldBe(Solution.Refiine);
    }

    [Fact]
    public void Without_contact_or_stage_nothing_may_be_done()
    {
        Map(Lever with { ContactId = null }).ShouldBeNull();
        Map(Lever with { StageId = null }).ShouldBeNull();
    }

    [Fact]
    public void An_opportunity_without_application_is_on_no_posting()
    {
        var row = Map(Lever with { Applications = [] });

        row.ShouldNotBeNull();
        (row.PostingId, row.ApplicationId).ShouldBe((null, null));
    }

    [Fact]
    public void Archived_without_a_time_is_archived_all_the_same() =>
        Map(Lever with { Archived = new LeverArchived() })!.ArchivedAtMs.ShouldBe(0);

    [Theory]
    [InlineData(false, null, true)]
    [InlineData(true, null, false)]
    [InlineData(null, null, false)]
    [InlineData(true, -1, true)]
    [InlineData(true, 0, true)]
    [InlineData(true, 1, false)]
    public void Consent_is_refused_when_it_is_not_given_or_over(bool? allowed, int? endsInMs, bool isRefused)
    {
        var consent = new LeverConsent
        {
            Allowed = allowed,
            ExpiresAt = endsInMs is { } ms ? Now.AddMilliseconds(ms) : null,
        };

        foreach (
            var protection in new[]
            {
                new LeverDataProtection { Store = consent },
                new LeverDataProtection { Contact = consent },
            }
        )
        {
            var row = Map(Lever with { DataProtection = protection });

            row!.ConsentRefused.ShouldBe(isRefused);
            row.ConsentEndsAtMs.ShouldBe(endsInMs is null ? null : Ms(Now) + endsInMs);
        }
    }

    [Fact]
    public void Contacts_with_an_address_in_common_are_one_person_in_their_account_only()
    {
        var twin = Lever with { ContactId = "ann-2", Emails = ["ann@example.com", "zoe@example.com"] };

        Person(Lever).PersonKey.ShouldBe(Person(twin).PersonKey);
        Person(Lever).PersonKey.ShouldNotBe(Person(Lever, new AccountKey("other")).PersonKey);
        Person(Lever with { Emails = ["no address"] }).PersonKey.ShouldBe("ann");
    }

    [Fact]
    public void What_Lever_knows_of_a_person_is_kept_for_redaction()
    {
        var contact = Person(Lever with { Phones = [new LeverPhone { Value = "+44 20 7946 0000" }] });

        contact.Country.ShouldBe("GB");
        contact.PersonJson.ShouldNotBeNull();
        contact.PersonJson.ShouldContain("Ann Onym");
        contact.PersonJson.ShouldContain("7946");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_somebody_who_must_be_erased_nothing_personal_is_taken_over(bool isAnonymized)
    {
        var contact = Person(
            isAnonymized
                ? Lever with
                {
                    IsAnonymized = true,
                }
                : Lever with
                {
                    DataProtection = new LeverDataProtection { Store = new LeverConsent { Allowed = false } },
                }
        );

        (contact.PersonJson, contact.PersonKey, contact.Country).ShouldBe((null, "ann", null));
    }

    [Theory]
    [InlineData("Leeds, UK", "GB")]
    [InlineData("Leeds, United Kingdom", "GB")]
    [InlineData("Berlin, Germany", "DE")]
    [InlineData("Los Angeles, CA", "US")]
    [InlineData("Austin, tx", "US")]
    [InlineData("France", "FR")]
    [InlineData("Georgia", "GE")]
    [InlineData("Springfield", null)]
    [InlineData("unspecified", null)]
    [InlineData(" , ,", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_country_is_read_off_a_location_only_when_it_is_sure(string? location, string? country) =>
        Countries.Find(location).ShouldBe(country);

    [Fact]
    public void A_postings_text_is_its_opening_its_lists_and_its_closing_without_markup()
    {
        var text = PostingMapping.TextOf(
            new LeverPostingContent
            {
                Description = "Plain wins",
                DescriptionHtml = "<div>Not this</div>",
                Lists =
                [
                    new LeverPostingList
                    {
                        Text = "You have",
                        Content = "<li>C# &amp; SQL</li><li>5 &lt; 6 years</li>",
                    },
                ],
                ClosingHtml = "<p>One<br/>two</p><span>three</span>",
            }
        );

        text.ShouldBe("Plain wins\nYou have\n- C# & SQL\n- 5 < 6 years\nOne\ntwo\nthree");
    }

    [Theory]
    [InlineData("Requirements<ul><li>Python", "Requirements\n- Python")]
    [InlineData("You are<div>a nurse</div><div>or two</div>", "You are\na nurse\nor two")]
    [InlineData("One<p>two<p>three", "One\ntwo\nthree")]
    [InlineData("<b>You</b> are<h3>About us</h3>We care", "You are\nAbout us\nWe care")]
    [InlineData("<ul><li> <p><b>SQL</b></p></li><li><div>C#</div></li></ul>Apply", "- SQL\n- C#\nApply")]
    [InlineData("a <pre>b</pre><link>c", "a bc")]
    public void Blocks_of_html_stand_on_lines_of_their_own(string html, string text) =>
        PostingMapping.TextOf(new LeverPostingContent { DescriptionHtml = html }).ShouldBe(text);

    [Fact]
    public void A_posting_without_text_has_none() => PostingMapping.TextOf(new LeverPostingContent()).ShouldBeEmpty();

    [Fact]
    public void A_posting_is_open_when_published_or_internal_and_its_hash_follows_title_and_text()
    {
        var posting = new LeverPosting
        {
            Id = "p",
            Text = "Nurse",
            State = "internal",
            WorkplaceType = "REMOTE",
        };
        var row = PostingMapping.ToRow(posting, openedAt: null);

        (row.IsOpen, row.IsRemote, row.State).ShouldBe((true, true, "internal"));
        PostingMapping.ToRow(posting with { State = "pending" }, null).IsOpen.ShouldBeFalse();
        PostingMapping.ToRow(posting with { State = null }, null).IsOpen.ShouldBeFalse();
        PostingMapping.ToRow(posting with { Text = "Chef" }, null).ContentHash.ShouldNotBe(row.ContentHash);
        PostingMapping.ToRow(posting with { Country = "GB" }, null).ContentHash.ShouldBe(row.ContentHash);
    }

    private static OpportunityRow? Map(LeverOpportunity opportunity) => OpportunityMapping.ToRow(opportunity, Now);

    private static ContactRow Person(LeverOpportunity opportunity, AccountKey? account = null) =>
        OpportunityMapping.ToContact(opportunity, Map(opportunity)!, account ?? Account, TestKeys.Persons);
}
