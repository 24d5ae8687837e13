using System.Runtime.InteropServices;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Encryption;

namespace CiivSoft.Storage.Resumes;

/// <summary>Writes a résumé and its vector as part of a candidate's commit.</summary>
internal static class ResumeWriting
{
    private const string UpsertResume = """
        INSERT INTO resume (account, contact_id, text_box, hash, source, warnings_json, read_at)
        VALUES (@Account, @ContactId, @TextBox, @Hash, @Source, @WarningsJson, @ReadAt)
        ON CONFLICT (account, contact_id) DO UPDATE SET
            text_box = excluded.text_box, hash = excluded.hash, source = excluded.source,
            warnings_json = excluded.warnings_json, read_at = excluded.read_at
        """;

    // One vector a person: that of an older model was made from an older résumé or will not be searched any more.
    private const string UpsertVector = """
        INSERT INTO vector (account, contact_id, model_version, shard_hash, numbers)
        VALUES (@Account, @ContactId, @ModelVersion, @ShardHash, @Numbers)
        ON CONFLICT (account, contact_id) DO UPDATE SET
            model_version = excluded.model_version, numbers = excluded.numbers
        """;

    private const string UpdateOutdatedVector = """
        UPDATE vector SET model_version = @ModelVersion, numbers = @Numbers
        WHERE account = @Account AND contact_id = @ContactId AND model_version <> @ModelVersion
        """;

    /// <summary>Compresses and encrypts: to be done before the write begins, since on SQLite others wait for it.</summary>
    public static object[] Seal(AccountKey account, ResumeRecord resume, TextBox texts) =>
        [
            resume,
            new
            {
                Account = account.Name,
                TextBox = texts.Seal(
                    ResumeText.Join(resume.PersonJson, resume.Text),
                    Places.Resume(account, resume.ContactId)
                ),
            },
        ];

    public static Task SaveResumeAsync(this Session session, object[] sealedResume) =>
        session.RunManyAsync(UpsertResume, [sealedResume]);

    public static Task SaveVectorAsync(this Session session, AccountKey account, VectorRecord vector) =>
        session.RunManyAsync(UpsertVector, [Row(account, vector)]);

    public static Task ReplaceOutdatedVectorsAsync(
        this Session session,
        AccountKey account,
        IEnumerable<VectorRecord> vectors
    ) => session.RunManyAsync(UpdateOutdatedVector, [.. vectors.Select(vector => Row(account, vector))]);

    private static object[] Row(AccountKey account, VectorRecord vector) =>
        [
            vector,
            new
            {
                Account = account.Name,
                ShardHash = IResumeStore.ShardOf(vector.ContactId),
                Numbers = MemoryMarshal.AsBytes(vector.Values.Span).ToArray(),
            },
        ];
}
