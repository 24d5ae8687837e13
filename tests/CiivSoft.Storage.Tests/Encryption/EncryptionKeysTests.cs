using System.Buffers.Binary;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Encryption;
using CiivSoft.Storage.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace CiivSoft.Storage.Tests.Encryption;

/// <summary>A rotation from the first key to the second one while two processes work on the database.</summary>
public abstract class EncryptionKeysTests(StorageHost host) : StorageTests(host)
{
    private static readonly TimeSpan Everywhere = TimeSpan.FromSeconds(31);

    private EncryptionKeys Keys => Host.Get<EncryptionKeys>();

    [Fact]
    public async Task A_rotation_seals_everything_anew_while_others_work_and_lets_the_first_key_go()
    {
        var account = await Host.ConnectAsync();
        await Host.Decisions.CommitAsync(account, Commit("c1"), Cancel);
        await using var other = Host.Build(Host.Options);
        await other.GetRequiredService<StorageStartup>().CheckAsync(Cancel);
        var reference = Host.Get<MarkerKey>().RefFor("effect");
        var person = Host.Get<PersonKeys>().KeyFor(account, "ada@example.org");

        var added = Keys.Add();
        await Keys.UseAsync(added, Cancel);

        // The other process was not told yet: what it writes is sealed with the old key, and both read everything.
        await other.GetRequiredService<IDecisionStore>().CommitAsync(account, Commit("c2"), Cancel);
        await ShouldReadAllAsync(account, "c1", "c2");
        (await Should.ThrowAsync<StorageException>(() => Keys.RemoveAsync(1, Cancel))).Message.ShouldContain(
            "still seals"
        );

        await ResealAsync();
        await other.GetRequiredService<EncryptionKeys>().RefreshAsync(Cancel);
        Host.Clock.Advance(Everywhere);
        await ResealAsync();
        (await SealedWithAsync(account)).ShouldBe([added]);
        await other.GetRequiredService<IDecisionStore>().CommitAsync(account, Commit("c3"), Cancel);
        (await SealedWithAsync(account)).ShouldBe([added]);

        var first = (await Keys.ListAsync(Cancel))[0];
        first.MayBeRemoved.ShouldBeTrue();
        await Keys.RemoveAsync(first.Id, Cancel);

        await using var later = Host.Build(Host.Options);
        await later.GetRequiredService<StorageStartup>().CheckAsync(Cancel);
        (await later.GetRequiredService<Storage.Accounts.IAccountStore>().ReadApiKeyAsync(account, Cancel)).ShouldBe(
            "api-key"
        );
        later.GetRequiredService<MarkerKey>().RefFor("effect").ShouldBe(reference);
        later.GetRequiredService<PersonKeys>().KeyFor(account, "ada@example.org").ShouldBe(person);
        await ShouldReadAllAsync(account, "c1", "c2", "c3");
        Directory.GetFiles(Path.Combine(Host.Folder, "keys"), "*.key").Select(Path.GetFileName).ShouldBe(["0002.key"]);
    }

    // A value in each sealed column.
    private static DecisionCommit Commit(string contact)
    {
        var move = Rows.Move($"o-{contact}", contact);
        var decision = Rows.Decision($"app-o-{contact}", contact: contact);
        return new DecisionCommit
        {
            Contact = Rows.Contact(contact) with { PersonJson = """{"names":["Ada"]}""" },
            Resume = Rows.Resume(contact),
            Decisions = [new(decision, [move, Rows.NoteOf(move)])],
        };
    }

    private async Task ResealAsync()
    {
        while (await Keys.ResealAsync(Cancel))
        {
            // Each is a step.
        }
    }

    private async Task ShouldReadAllAsync(AccountKey account, params string[] contacts)
    {
        foreach (var contact in contacts)
        {
            (await Host.Resumes.LoadAsync(account, [contact], Cancel)).ShouldHaveSingleItem().Text.ShouldNotBeEmpty();
            (await Host.Decisions.OfContactAsync(account, contact, Cancel)).ShouldAllBe(d => d.EvidenceJson != null);
        }

        (await Host.Accounts.ReadApiKeyAsync(account, Cancel)).ShouldBe("api-key");
    }

    private async Task<IReadOnlyList<int>> SealedWithAsync(AccountKey account)
    {
        var ids = new SortedSet<int>();
        foreach (var column in SealedColumn.All)
        {
            var boxes = await Host.Database.ReadAsync(
                session =>
                    session.QueryAsync<byte[]>(
                        $"SELECT {column.Box} FROM {column.Table} WHERE {column.Account} = @account AND {column.Box} IS NOT NULL",
                        new { account = account.Name }
                    ),
                Cancel
            );
            boxes.ShouldNotBeEmpty(column.Table);
            ids.UnionWith(boxes.Select(box => BinaryPrimitives.ReadInt32BigEndian(box.AsSpan(1))));
        }

        return [.. ids];
    }
}

public sealed class EncryptionKeysOnSqliteTests(SqliteHost host) : EncryptionKeysTests(host), IClassFixture<SqliteHost>;

public sealed class EncryptionKeysOnPostgresTests(PostgresHost host)
    : EncryptionKeysTests(host),
        IClassFixture<PostgresHost>;
