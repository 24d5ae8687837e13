using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Resumes;
using CiivSoft.Storage.Tests.Databases;

namespace CiivSoft.Storage.Tests.Resumes;

public abstract class ResumeStoreTests(StorageHost host) : StorageTests(host)
{
    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("Zoë Ångström — Kauffrau für Büromanagement, 漢字, عربى, \U0001F600")]
    [InlineData("null \0 inside")]
    public async Task A_text_comes_back_as_it_was(string text)
    {
        var account = await Host.ConnectAsync();
        var resume = Rows.Resume("c1", text) with { WarningsJson = """["hidden text"]""", Source = "parsed" };

        await SaveAsync(account, resume, null);

        (await Host.Resumes.LoadAsync(account, ["c1", "c2"], Cancel)).ShouldBe([resume]);
    }

    [Fact]
    public async Task A_large_text_takes_little_room()
    {
        var account = await Host.ConnectAsync();
        var text = string.Join(
            '\n',
            Enumerable.Range(0, 400).Select(i => $"20{i % 25:D2} Registered nurse, ward {i}.")
        );

        await SaveAsync(account, Rows.Resume("c1", text), null);

        var size = await Host.Database.ReadAsync(
            session =>
                session.ScalarAsync<long>(
                    "SELECT length(text_box) FROM resume WHERE account = @name",
                    new { name = account.Name }
                ),
            Cancel
        );
        size.ShouldBeLessThan(text.Length / 3);
        (await Host.Resumes.LoadAsync(account, ["c1"], Cancel)).Single().Text.ShouldBe(text);
    }

    [Fact]
    public async Task Vectors_of_another_model_are_found_and_replaced_and_nobody_is_brought_back()
    {
        var account = await Host.ConnectAsync();
        await SaveAsync(account, Rows.Resume("c1", "one"), Rows.Vector("c1", "m1"));
        await SaveAsync(account, Rows.Resume("c2", "two"), Rows.Vector("c2", "m2"));

        (await Host.Resumes.OutdatedAsync(account, "m2", 0, 1, 10, Cancel)).ShouldBe(["c1"]);
        (await Host.Resumes.OutdatedAsync(account, "m3", 0, 1, 1, Cancel)).Count.ShouldBe(1);
        await Host.Resumes.ReplaceOutdatedAsync(
            account,
            [Rows.Vector("c1", "m2", seed: 7), Rows.Vector("c2", "m2", seed: 8), Rows.Vector("erased", "m2")],
            Cancel
        );

        (await Host.Resumes.OutdatedAsync(account, "m2", 0, 1, 10, Cancel)).ShouldBeEmpty();
        var vectors = await Host.Resumes.LoadVectorsAsync(account, "m2", ["c1", "c2", "erased"], Cancel);
        vectors.Select(v => v.ContactId).Order().ShouldBe(["c1", "c2"]);
        var renewed = vectors.Single(v => v.ContactId == "c1").Values.ToArray();
        renewed.ShouldBe(Rows.Vector("c1", "m2", seed: 7).Values.ToArray());
        // It had a vector of that model: a newer résumé may have made it meanwhile.
        var kept = vectors.Single(v => v.ContactId == "c2").Values.ToArray();
        kept.ShouldBe(Rows.Vector("c2", "m2").Values.ToArray());
    }

    [Fact]
    public async Task A_newer_resume_and_vector_replace_the_older()
    {
        var account = await Host.ConnectAsync();
        await SaveAsync(account, Rows.Resume("c1", "old"), Rows.Vector("c1", "m1"));
        await SaveAsync(account, Rows.Resume("c1", "new"), Rows.Vector("c1", "m2", seed: 7));

        (await Host.Resumes.LoadAsync(account, ["c1"], Cancel)).Single().Text.ShouldBe("new");
        (await Host.Resumes.LoadVectorsAsync(account, "m1", ["c1"], Cancel)).ShouldBeEmpty();
        var vector = (await Host.Resumes.LoadVectorsAsync(account, "m2", ["c1"], Cancel)).Single();
        vector.Values.ToArray().ShouldBe(Rows.Vector("c1", "m2", seed: 7).Values.ToArray());
    }

    [Fact]
    public async Task The_shards_together_hold_every_vector_once()
    {
        var account = await Host.ConnectAsync();
        var ids = Enumerable.Range(0, 50).Select(i => $"contact-{i}").ToList();
        foreach (var id in ids)
        {
            await SaveAsync(account, null, Rows.Vector(id));
        }

        var found = new List<string>();
        for (var shard = 0; shard < 3; shard++)
        {
            await foreach (var vector in Host.Resumes.StreamVectorsAsync(account, "m1", shard, 3, Cancel))
            {
                (IResumeStore.ShardOf(vector.ContactId) % 3).ShouldBe(shard);
                vector.Values.Length.ShouldBe(100);
                found.Add(vector.ContactId);
            }
        }

        found.ShouldBe(ids, ignoreOrder: true);
    }

    [Fact]
    public async Task A_shard_that_does_not_exist_is_refused()
    {
        var account = await Host.ConnectAsync();

        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () =>
        {
            await foreach (var _ in Host.Resumes.StreamVectorsAsync(account, "m1", 3, 3, Cancel)) { }
        });
    }

    private Task<DecisionCommitResult> SaveAsync(AccountKey account, ResumeRecord? resume, VectorRecord? vector) =>
        Host.Decisions.CommitAsync(account, new() { Resume = resume, Vector = vector }, Cancel);
}

public sealed class ResumeStoreOnSqliteTests(SqliteHost host) : ResumeStoreTests(host), IClassFixture<SqliteHost>;

public sealed class ResumeStoreOnPostgresTests(PostgresHost host) : ResumeStoreTests(host), IClassFixture<PostgresHost>;
