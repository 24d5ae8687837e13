using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Reading;
using CiivSoft.Storage.Tests.Databases;

namespace CiivSoft.Storage.Tests.Reading;

/// <summary>What recruiters made of our leads on a posting.</summary>
public abstract class PostingQueriesTests(StorageHost host) : StorageTests(host)
{
    private const long Archived = 1_700_000_000_009;

    private PostingQueries Postings => Host.Get<PostingQueries>();

    [Fact]
    public async Task Leads_that_were_tagged_or_archived_count_once_each_and_those_of_other_postings_do_not()
    {
        var account = await Host.ConnectAsync();
        await SaveAsync(
            account,
            Lead("kept"),
            Lead("tagged") with
            {
                IsMarkedNotUseful = true,
            },
            Lead("both") with
            {
                IsMarkedNotUseful = true,
                ArchivedAtMs = Archived,
            },
            Lead("archived") with
            {
                ArchivedAtMs = Archived,
            },
            // Useful: it was converted, and what became of the candidate says nothing about the lead.
            Lead("converted") with
            {
                ArchivedAtMs = Archived,
                StageId = "offer",
            },
            Lead("deleted") with
            {
                IsMarkedNotUseful = true,
                DeletedAtMs = Archived,
            },
            Lead("elsewhere") with
            {
                IsMarkedNotUseful = true,
                PostingId = "p2",
            },
            Rows.Opportunity("application") with
            {
                IsMarkedNotUseful = true,
            }
        );

        (await Postings.FeedbackAsync(account, "p1", Cancel)).ShouldBe(
            new LeadFeedback
            {
                Leads = 5,
                Tagged = 2,
                Archived = 1,
            }
        );
        (await Postings.FeedbackAsync(account, "p3", Cancel)).ShouldBe(new LeadFeedback());
    }

    [Fact]
    public async Task A_lead_that_undo_archived_was_found_not_useful_by_nobody()
    {
        var account = await Host.ConnectAsync();
        await SaveAsync(account, Lead("withdrawn") with { ArchivedAtMs = Archived });
        var withdraw = Rows.Move("withdrawn") with
        {
            Kind = EffectKind.Withdraw,
            Target = "withdrawn",
            State = EffectState.Done,
        };
        await Host.Effects.PlanAsync(account, 1, [withdraw], Cancel);

        (await Postings.FeedbackAsync(account, "p1", Cancel)).ShouldBe(new LeadFeedback { Leads = 1 });
    }

    private static OpportunityRow Lead(string id) =>
        Rows.Opportunity(id, contact: id) with
        {
            StageId = "lead-new",
            LeadOf = Solution.Arkiive,
        };

    private Task SaveAsync(AccountKey account, params OpportunityRow[] opportunities) =>
        Host.Mirror.SaveAsync(account, 1, new ScanSave { Opportunities = opportunities }, Cancel);
}

public sealed class PostingQueriesOnSqliteTests(SqliteHost host) : PostingQueriesTests(host), IClassFixture<SqliteHost>;

public sealed class PostingQueriesOnPostgresTests(PostgresHost host)
    : PostingQueriesTests(host),
        IClassFixture<PostgresHost>;
