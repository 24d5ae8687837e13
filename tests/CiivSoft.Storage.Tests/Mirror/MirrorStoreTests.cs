using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Tests.Databases;

namespace CiivSoft.Storage.Tests.Mirror;

public abstract class MirrorStoreTests(StorageHost host) : StorageTests(host)
{
    [Fact]
    public async Task Everything_of_a_row_comes_back()
    {
        var account = await Host.ConnectAsync();
        var opportunity = Rows.Opportunity("o1") with
        {
            LastAdvancedAtMs = 5,
            ArchivedAtMs = 6,
            ArchiveReasonId = "r",
            ReachedOffer = true,
            IsConfidential = true,
            IsAnonymized = true,
            ConsentRefused = true,
            ConsentEndsAtMs = 7,
            HasOptedOut = true,
            IsMarkedNotUseful = true,
            LeadOf = Solution.Refiine,
            DeletedAtMs = 8,
        };
        var contact = Rows.Contact("c1", "key") with
        {
            PersonJson = """{"names":["Ada"]}""",
            Country = "FR",
            WillingToRelocate = true,
            ResumeStatus = ResumeStatus.Read,
            ResumeId = "r1",
            ResumeHash = "h",
            WaitUntil = Rows.Day,
        };
        var posting = Rows.Posting("p1") with { IsConfidential = true, IsRemote = true, UpdatedAtMs = 3 };

        await SaveAsync(
            account,
            new()
            {
                Opportunities = [opportunity],
                Contacts = [contact],
                Postings = [posting],
            }
        );

        (await Host.Mirror.FindOpportunitiesAsync(account, ["o1", "other"], Cancel))
            .ShouldHaveSingleItem()
            .Value.ShouldBe(opportunity);
        (await Host.Mirror.FindContactsAsync(account, ["c1", "other"], Cancel))
            .ShouldHaveSingleItem()
            .Value.ShouldBe(contact);
        (await Host.Mirror.FindPostingAsync(account, "p1", Cancel)).ShouldBe(posting);
        (await Host.Mirror.ListPostingsAsync(account, Cancel)).ShouldHaveSingleItem().ShouldBe(posting);
        (await Host.Mirror.FindPostingAsync(account, "p2", Cancel)).ShouldBeNull();
        (await Host.Mirror.FindPostingsAsync(account, ["p1", "p2"], Cancel))
            .ShouldHaveSingleItem()
            .Value.ShouldBe(posting);
    }

    [Fact]
    public async Task Empty_fields_come_back_as_null()
    {
        var account = await Host.ConnectAsync();
        var bare = new OpportunityRow
        {
            OpportunityId = "o",
            ContactId = "c",
            StageId = "lead-new",
            CreatedAtMs = 0,
        };
        var posting = Rows.Posting("p") with
        {
            Country = null,
            Location = null,
            OpenedAt = null,
            Url = null,
            Text = "",
        };

        await SaveAsync(
            account,
            new()
            {
                Opportunities = [bare],
                Contacts = [Rows.Contact("c")],
                Postings = [posting],
            }
        );

        (await Host.Mirror.FindOpportunitiesAsync(account, ["o"], Cancel))["o"].ShouldBe(bare);
        (await Host.Mirror.FindContactsAsync(account, ["c"], Cancel))["c"].ShouldBe(Rows.Contact("c"));
        (await Host.Mirror.FindPostingAsync(account, "p", Cancel)).ShouldBe(posting);
    }

    [Fact]
    public async Task A_later_page_replaces_what_changed()
    {
        var account = await Host.ConnectAsync();
        await SaveAsync(account, new() { Opportunities = [Rows.Opportunity("o1")], Postings = [Rows.Posting("p1")] });
        var moved = Rows.Opportunity("o1") with { StageId = "interview", UpdatedAtMs = 99, PostingId = null };
        var closed = Rows.Posting("p1") with { IsOpen = false, State = "closed" };

        await SaveAsync(account, new() { Opportunities = [moved], Postings = [closed] });

        (await Host.Mirror.FindOpportunitiesAsync(account, ["o1"], Cancel))["o1"].ShouldBe(moved);
        (await Host.Mirror.FindPostingAsync(account, "p1", Cancel)).ShouldBe(closed);
    }

    [Fact]
    public async Task Saving_a_page_twice_is_saving_it_once()
    {
        var account = await Host.ConnectAsync();
        var page = new ScanSave
        {
            Opportunities = [Rows.Opportunity("o1"), Rows.Opportunity("o2")],
            Contacts = [Rows.Contact("c1")],
            Postings = [Rows.Posting("p1")],
            Work = [Rows.Work("c1")],
            Activity = [Rows.Line("one"), Rows.Line("two")],
        };

        await SaveAsync(account, page);
        await SaveAsync(account, page);

        (await Host.Mirror.CountAsync(account, Cancel)).ShouldBe(new MirrorCounts(2, 1, 0, 1));
        (await Host.Work.NextAsync(account, Now, 10, Cancel)).Count.ShouldBe(1);
        (await Host.Activity.ReadAsync(account, 0, 10, Cancel)).Select(line => line.Message).ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task Scan_and_candidate_do_not_overwrite_each_others_part_of_a_contact()
    {
        var account = await Host.ConnectAsync();
        var seen = Rows.Contact("c1") with { PersonJson = """{"names":["Ada"]}""" };
        await SaveAsync(account, new() { Contacts = [seen] });
        var learnt = seen with { ResumeStatus = ResumeStatus.Read, ResumeHash = "h", ResumeLook = "l", Country = "FR" };
        var renamed = seen with { PersonKey = "hash-of-mail", PersonJson = """{"names":["Ada L."]}""", Country = "DE" };

        await SaveAsync(account, new() { Contacts = [renamed] });
        await Host.Decisions.CommitAsync(account, new() { Contact = learnt }, Cancel);
        await SaveAsync(account, new() { Contacts = [renamed] });

        (await Host.Mirror.FindContactsAsync(account, ["c1"], Cancel))["c1"]
            .ShouldBe(learnt with { PersonKey = "hash-of-mail", PersonJson = renamed.PersonJson, Country = "DE" });
    }

    [Fact]
    public async Task Consents_that_ended_are_found_until_they_are_marked()
    {
        var account = await Host.ConnectAsync();
        var ends = Now.ToUnixTimeMilliseconds();
        var (ended, later) = (
            Rows.Opportunity("o1") with
            {
                ConsentEndsAtMs = ends,
            },
            Rows.Opportunity("o2") with
            {
                ConsentEndsAtMs = ends + 1,
            }
        );
        await SaveAsync(account, new() { Opportunities = [ended, later, Rows.Opportunity("o3")] });

        (await Host.Mirror.EndedConsentsAsync(account, Now, 9, Cancel)).ShouldBe([ended]);
        await SaveAsync(account, new() { Opportunities = [ended with { ConsentRefused = true }] });
        (await Host.Mirror.EndedConsentsAsync(account, Now, 9, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_older_epoch_saves_nothing()
    {
        var account = await Host.ConnectAsync();
        await Host.Accounts.TakeEpochAsync(account, Cancel);

        var exception = await Should.ThrowAsync<FencedException>(() =>
            SaveAsync(account, new() { Opportunities = [Rows.Opportunity("o1")] })
        );

        exception.Account.ShouldBe(account);
        exception.Epoch.ShouldBe(1);
        (await Host.Mirror.CountAsync(account, Cancel)).Opportunities.ShouldBe(0);
    }

    [Fact]
    public async Task A_person_is_gathered_over_duplicate_contacts_and_only_once()
    {
        var account = await Host.ConnectAsync();
        await SaveAsync(
            account,
            new()
            {
                Contacts = [Rows.Contact("c1", "ada"), Rows.Contact("c2", "ada"), Rows.Contact("c3", "bob")],
                Opportunities =
                [
                    Rows.Opportunity("o1", "c1"),
                    Rows.Opportunity("o2", "c2") with
                    {
                        CreatedAtMs = 1,
                    },
                    Rows.Opportunity("o3", "c3"),
                    Rows.Opportunity("o4", "c1") with
                    {
                        DeletedAtMs = 1,
                    },
                ],
            }
        );
        await Host.Effects.PlanAsync(account, 1, [Rows.Lead("c2", "p9"), Rows.Lead("c3", "p9")], Cancel);
        await SettleAsync(account, "lead-c3-p9", EffectState.Cancelled);

        var people = await Host.Mirror.LoadPeopleAsync(account, ["c3", "unknown", "c1", "c1"], Cancel);

        people.Select(person => person.Contact.ContactId).ShouldBe(["c3", "c1"]);
        people[1].Opportunities.Select(row => row.OpportunityId).ShouldBe(["o2", "o1"]);
        people[1].Leads.ShouldBe([new PlannedLead("p9", "c2", Rows.Day, EffectState.Planned)]);
        people[0].Opportunities.Select(row => row.OpportunityId).ShouldBe(["o3"]);
        people[0].Leads.ShouldBeEmpty();
    }

    [Fact]
    public async Task Equal_ids_of_two_accounts_are_two_things()
    {
        var (one, two) = (await Host.ConnectAsync(), await Host.ConnectAsync());
        await SaveAsync(one, new() { Opportunities = [Rows.Opportunity("o1")], Contacts = [Rows.Contact("c1", "k")] });
        await SaveAsync(
            two,
            new()
            {
                Opportunities = [Rows.Opportunity("o1") with { StageId = "offer" }],
                Contacts = [Rows.Contact("c1", "k")],
            }
        );

        (await Host.Mirror.FindOpportunitiesAsync(one, ["o1"], Cancel))["o1"].StageId.ShouldBe("applicant-new");
        (await Host.Mirror.LoadPeopleAsync(two, ["c1"], Cancel))
            .Single()
            .Opportunities.Single()
            .StageId.ShouldBe("offer");
    }

    [Fact]
    public async Task Text_that_a_database_might_refuse_is_stored_without_what_it_refuses()
    {
        var account = await Host.ConnectAsync();
        var posting = Rows.Posting("p1") with
        {
            Title = "a\0b",
            Text = "lone \ud800 and pair \U0001F600 and '; DROP TABLE posting; --",
        };

        await SaveAsync(account, new() { Postings = [posting] });

        var stored = await Host.Mirror.FindPostingAsync(account, "p1", Cancel);
        stored!.Title.ShouldBe("ab");
        stored.Text.ShouldBe("lone \ufffd and pair \U0001F600 and '; DROP TABLE posting; --");
    }

    [Fact]
    public async Task Asking_for_nothing_finds_nothing()
    {
        var account = await Host.ConnectAsync();

        (await Host.Mirror.FindOpportunitiesAsync(account, [], Cancel)).ShouldBeEmpty();
        (await Host.Mirror.LoadPeopleAsync(account, [], Cancel)).ShouldBeEmpty();
        await SaveAsync(account, new());
        await Host.Mirror.EraseContactsAsync(account, [], Cancel);
    }

    [Fact]
    public async Task Leads_with_our_source_that_no_effect_made_are_told()
    {
        var account = await Host.ConnectAsync();
        var lead = Rows.Lead("c1", "p1");
        await Host.Effects.PlanAsync(account, 1, [lead], Cancel);
        await Host.Effects.ClaimAsync(account, 1, Now, 10, Cancel);
        var made = new EffectSettlement(lead.EffectId, EffectState.Done) { ResultId = "made", OpportunityId = "made" };
        await Host.Effects.SettleAsync(account, 1, Now, [made], [], Cancel);
        var ours = Rows.Opportunity("made") with { LeadOf = Solution.Arkiive };
        await SaveAsync(
            account,
            new()
            {
                Opportunities =
                [
                    ours,
                    ours with
                    {
                        OpportunityId = "foreign",
                    },
                    ours with
                    {
                        OpportunityId = "elsewhere",
                        PostingId = "p2",
                    },
                    ours with
                    {
                        OpportunityId = "deleted",
                        DeletedAtMs = 9,
                    },
                    Rows.Opportunity("applicant"),
                ],
            }
        );

        var all = await Host.Mirror.UnrecordedLeadsAsync(account, postingId: null, Cancel);
        all.Select(o => o.OpportunityId).ShouldBe(["elsewhere", "foreign"], ignoreOrder: true);
        var onPosting = await Host.Mirror.UnrecordedLeadsAsync(account, "p1", Cancel);
        onPosting.ShouldHaveSingleItem().OpportunityId.ShouldBe("foreign");
        // On p1 this person has a lead of ours: another one is a surplus, and nobody else's.
        var foreign = await Host.Mirror.ForeignLeadsAsync(account, Cancel);
        foreign.ShouldHaveSingleItem().OpportunityId.ShouldBe("elsewhere");
    }

    private Task SaveAsync(AccountKey account, ScanSave save) => Host.Mirror.SaveAsync(account, 1, save, Cancel);

    private Task SettleAsync(AccountKey account, string effectId, EffectState state) =>
        Host.Effects.SettleAsync(account, 1, Now, [new(effectId, state)], [], Cancel);
}

public sealed class MirrorStoreOnSqliteTests(SqliteHost host) : MirrorStoreTests(host), IClassFixture<SqliteHost>;

public sealed class MirrorStoreOnPostgresTests(PostgresHost host) : MirrorStoreTests(host), IClassFixture<PostgresHost>;
