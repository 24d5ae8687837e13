using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Reading;
using CiivSoft.Storage.Tests.Databases;

namespace CiivSoft.Storage.Tests.Mirror;

/// <summary>Files that gave no text: all are listed, and tried again or given up by hand.</summary>
public abstract class FilesNotReadTests(StorageHost host) : StorageTests(host)
{
    private const long Epoch = 1;

    private FilesNotRead Files => Host.Get<FilesNotRead>();

    private QueueQueries Queue => Host.Get<QueueQueries>();

    [Fact]
    public async Task Every_file_that_gave_no_text_is_listed_whatever_the_cause_and_nobody_else()
    {
        var account = await Host.ConnectAsync();
        foreach (var status in Enum.GetValues<ResumeStatus>())
        {
            await LearnAsync(account, status.ToString(), status);
        }

        var listed = await Queue.NotReadAsync(account, after: null, limit: 100, Cancel);

        listed
            .Select(p => p.ResumeStatus)
            .ShouldBe(
                Enum.GetValues<ResumeStatus>()
                    .Except([ResumeStatus.NotRead, ResumeStatus.Waiting, ResumeStatus.Read, ResumeStatus.None])
            );
        (await Queue.CountAsync(account, Cancel)).NotRead.ShouldBe(listed.Count);
        (await Queue.NotReadAsync(account, listed[0].Cursor, 2, Cancel)).ShouldBe(listed.Skip(1).Take(2));
    }

    [Fact]
    public async Task What_another_look_may_help_is_forgotten_and_queued_and_the_rest_stays()
    {
        var account = await Host.ConnectAsync();
        await LearnAsync(account, "scan", ResumeStatus.NeedsOcr);
        await LearnAsync(account, "password", ResumeStatus.Encrypted);
        await LearnAsync(account, "other", ResumeStatus.Unreadable);

        (await Files.RetryAsync(account, Epoch, ["scan", "password"], [Rows.Work("scan")], Cancel)).ShouldBe(1);
        (await Files.RetryAsync(account, Epoch, ["scan", "password"], [], Cancel)).ShouldBe(0);

        var scan = (await Host.Mirror.FindContactsAsync(account, ["scan"], Cancel))["scan"];
        scan.ShouldBe(Rows.Contact("scan"));
        (await Host.Work.NextAsync(account, Now, 10, Cancel)).Select(i => i.Id).ShouldBe(["scan"]);
        (await ListedAsync(account)).ShouldBe(["other", "password"]);
    }

    [Fact]
    public async Task Exactly_those_are_tried_again_for_which_it_makes_sense()
    {
        var account = await Host.ConnectAsync();
        foreach (var status in Enum.GetValues<ResumeStatus>())
        {
            await LearnAsync(account, status.ToString(), status);
            (await Files.RetryAsync(account, Epoch, [status.ToString()], [], Cancel) == 1).ShouldBe(
                status.MayBeReadLater(),
                status.ToString()
            );
        }
    }

    [Fact]
    public async Task What_is_given_up_is_listed_no_more_until_another_file_cannot_be_read()
    {
        var account = await Host.ConnectAsync();
        await LearnAsync(account, "c", ResumeStatus.TooLarge);

        (await Files.GiveUpAsync(account, Epoch, ["c", "nobody"], Cancel)).ShouldBe(1);
        (await Files.GiveUpAsync(account, Epoch, ["c"], Cancel)).ShouldBe(0);
        (await ListedAsync(account)).ShouldBeEmpty();
        (await Queue.CountAsync(account, Cancel)).NotRead.ShouldBe(0);

        await LearnAsync(account, "c", ResumeStatus.TooLarge);
        (await ListedAsync(account)).ShouldBeEmpty();
        await LearnAsync(account, "c", ResumeStatus.TooLarge, "o/newer");
        (await ListedAsync(account)).ShouldBe(["c"]);
    }

    [Fact]
    public async Task An_older_epoch_decides_nothing()
    {
        var account = await Host.ConnectAsync();
        await LearnAsync(account, "c", ResumeStatus.Unreadable);
        await Host.Accounts.TakeEpochAsync(account, Cancel);

        await Should.ThrowAsync<FencedException>(() =>
            Files.RetryAsync(account, Epoch, ["c"], [Rows.Work("c")], Cancel)
        );
        await Should.ThrowAsync<FencedException>(() => Files.GiveUpAsync(account, Epoch, ["c"], Cancel));

        (await ListedAsync(account)).ShouldBe(["c"]);
    }

    private async Task<IEnumerable<string>> ListedAsync(AccountKey account) =>
        (await Queue.NotReadAsync(account, after: null, limit: 100, Cancel)).Select(p => p.ContactId);

    private Task<DecisionCommitResult> LearnAsync(
        AccountKey account,
        string id,
        ResumeStatus status,
        string file = "o/r"
    ) =>
        Host.Decisions.CommitAsync(
            account,
            new DecisionCommit
            {
                Contact = Rows.Contact(id) with
                {
                    ResumeStatus = status,
                    ResumeId = file,
                    ResumeHash = "h",
                    ResumeLook = "look",
                },
            },
            Cancel
        );
}

public sealed class FilesNotReadOnSqliteTests(SqliteHost host) : FilesNotReadTests(host), IClassFixture<SqliteHost>;

public sealed class FilesNotReadOnPostgresTests(PostgresHost host)
    : FilesNotReadTests(host),
        IClassFixture<PostgresHost>;
