using System.Runtime.InteropServices;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Storage.Tests.Databases;

public abstract class ErasureTests(StorageHost host) : StorageTests(host)
{
    [Fact]
    public async Task Erasing_a_person_takes_what_is_personal_and_keeps_the_record()
    {
        var account = await Host.ConnectAsync();
        await FillAsync(account, "c1", "o1");
        await FillAsync(account, "c2", "o2");
        await Host.Effects.SettleAsync(
            account,
            1,
            Now,
            [new("move-o1", EffectState.Done) { ResultId = "r" }],
            [],
            Cancel
        );

        await Host.Mirror.EraseContactsAsync(account, ["c1", "never seen"], Cancel);
        await Host.Mirror.EraseContactsAsync(account, ["c1"], Cancel);

        (await Host.Resumes.LoadAsync(account, ["c1", "c2"], Cancel)).Single().ContactId.ShouldBe("c2");
        (await Host.Resumes.LoadVectorsAsync(account, "m1", ["c1", "c2"], Cancel)).Single().ContactId.ShouldBe("c2");
        (await Host.Mirror.FindContactsAsync(account, ["c1"], Cancel))["c1"].ShouldBe(Rows.Contact("c1"));
        var decision = (await Host.Decisions.OfContactAsync(account, "c1", Cancel)).Single();
        decision.EvidenceJson.ShouldBeNull();
        decision.Verdict.ShouldBe("match");
        var effects = await Host.Effects.OfDecisionsAsync(account, [decision.DecisionId], Cancel);
        effects.ShouldAllBe(effect => effect.PayloadJson == null);
        effects.Select(effect => effect.State).ShouldBe([EffectState.Done, EffectState.Planned]);
        (await Host.Work.NextAsync(account, Now, 9, Cancel)).Single().Id.ShouldBe("c2");
        var other = (await Host.Decisions.OfContactAsync(account, "c2", Cancel)).Single();
        other.EvidenceJson.ShouldNotBeNull();
    }

    // Shared by the tests of the class, so that no two of them store the same numbers.
    private static readonly Random Numbers = new(7);

    private static float[] UniqueNumbers() => [.. Enumerable.Range(0, 100).Select(_ => Numbers.NextSingle())];

    protected async Task FillAsync(AccountKey account, string contact, string opportunity, string text = "nurse")
    {
        await Host.Mirror.SaveAsync(
            account,
            1,
            new ScanSave
            {
                Opportunities = [Rows.Opportunity(opportunity, contact)],
                Contacts =
                [
                    Rows.Contact(contact, $"key-{contact}") with
                    {
                        PersonJson = $$"""{"names":["{{text}}"]}""",
                    },
                ],
                Work = [Rows.Work(contact)],
            },
            Cancel
        );
        var move = Rows.Move(opportunity, contact);
        await Host.Decisions.CommitAsync(
            account,
            new()
            {
                Resume = Rows.Resume(contact, text),
                Vector = Rows.Vector(contact) with { Values = UniqueNumbers() },
                Decisions =
                [
                    new(
                        Rows.Decision($"app-{opportunity}", contact: contact) with
                        {
                            EvidenceJson = $$"""{"quote":"{{text}}"}""",
                        },
                        [move, Rows.NoteOf(move) with { PayloadJson = text }]
                    ),
                ],
            },
            Cancel
        );
    }
}

public sealed class ErasureOnSqliteTests(SqliteHost host) : ErasureTests(host), IClassFixture<SqliteHost>
{
    /// <summary>
    /// Many neighbours and rewrites make SQLite split, merge and rearrange pages, which is where copies would be left. What
    /// is looked for is the stored bytes themselves: ciphertexts and vectors, piece by piece.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_byte_of_an_erased_person_is_left_in_the_files(bool wholeAccount)
    {
        var account = await Host.ConnectAsync();
        var random = new Random(11);
        for (var i = 0; i < 200; i++)
        {
            var length = 20 + random.Next(6) * random.Next(900);
            var text = string.Concat(Enumerable.Range(0, length).Select(_ => (char)('a' + random.Next(26))));
            await FillAsync(account, $"c{random.Next(90)}", $"o{i}", text);
        }

        string[] erased = [.. Enumerable.Range(0, 90).Where(i => i % 3 == 0).Select(i => $"c{i}")];
        var traces = await TracesAsync(account, wholeAccount ? null : erased);
        traces.Count.ShouldBeGreaterThan(100);
        CountIn(Files(), traces).ShouldBeGreaterThan(100, "the scan finds what is there");

        if (wholeAccount)
        {
            await Host.Accounts.EraseAsync(account, Cancel);
        }
        else
        {
            await Host.Mirror.EraseContactsAsync(account, erased, Cancel);
        }

        CountIn(Files(), traces).ShouldBe(0);
    }

    private async Task<List<byte[]>> TracesAsync(AccountKey account, string[]? contacts)
    {
        var boxes = await Host.Database.ReadAsync(
            session =>
                session.QueryAsync<byte[]>(
                    """
                    SELECT box FROM (
                        SELECT contact_id, text_box AS box FROM resume WHERE account = @account
                        UNION ALL SELECT contact_id, numbers FROM vector WHERE account = @account
                        UNION ALL SELECT contact_id, person_box FROM contact WHERE account = @account
                        UNION ALL SELECT contact_id, evidence_box FROM decision WHERE account = @account
                        UNION ALL SELECT contact_id, payload_box FROM effect WHERE account = @account)
                    WHERE box IS NOT NULL AND (@all OR contact_id IN (SELECT value FROM json_each(@contacts)))
                    """,
                    new
                    {
                        account = account.Name,
                        all = contacts is null,
                        contacts = System.Text.Json.JsonSerializer.Serialize(contacts ?? []),
                    }
                ),
            Cancel
        );
        // Pieces, because a value may be spread over pages and only a part of it be left; past the header, which is shared.
        return boxes
            .SelectMany(box => box.Skip(box.Length > 60 ? 33 : 0).Chunk(16).Where(piece => piece.Length == 16))
            .ToList();
    }

    private List<byte[]> Files()
    {
        var files = Directory.GetFiles(Host.Folder, "ciivsoft.db*");
        files.Length.ShouldBeGreaterThanOrEqualTo(2);
        return files
            .Select(path =>
            {
                // Shared, because the database is open.
                using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                return bytes;
            })
            .ToList();
    }

    /// <summary>How many of the pieces are somewhere in the files: one pass with a set of 16-byte words.</summary>
    private static int CountIn(List<byte[]> files, List<byte[]> pieces)
    {
        var wanted = pieces.Select(piece => MemoryMarshal.Read<UInt128>(piece)).ToHashSet();
        var found = new HashSet<UInt128>();
        foreach (var bytes in files)
        {
            for (var i = 0; i + 16 <= bytes.Length; i++)
            {
                var word = MemoryMarshal.Read<UInt128>(bytes.AsSpan(i));
                if (wanted.Contains(word))
                {
                    found.Add(word);
                }
            }
        }

        return found.Count;
    }
}

public sealed class ErasureOnPostgresTests(PostgresHost host) : ErasureTests(host), IClassFixture<PostgresHost>;
