using Microsoft.Data.Sqlite;

namespace CiivSoft.Lab.Pages;

/// <summary>Makes many decisions and lines of activity of a few, as years of work would leave them.</summary>
internal static class ManyRows
{
    // One in a while, so that they spread over days and none is newer than the real ones. Evidence is encrypted for the one
    // decision it belongs to, so these have none.
    private const string Decisions = """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @rows),
            model AS (SELECT *, row_number() OVER (ORDER BY decision_id) - 1 AS place FROM decision)
        INSERT INTO decision (account, decision_id, solution, subject, generation, contact_id, opportunity_id, posting_id,
            verdict, score, cut, model_version, policy_version, posting_hash, resume_hash, evidence_box, is_shadow, decided_at)
        SELECT account, printf('%032x', i), solution, printf('many-%d', i), generation, contact_id, opportunity_id, posting_id,
            verdict, score, cut, model_version, policy_version, posting_hash, resume_hash, NULL, is_shadow,
            decided_at - i * 10000
        FROM n JOIN model ON place = i % (SELECT count(*) FROM model)
        """;

    private const string Activity = """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @rows),
            model AS (SELECT *, row_number() OVER (ORDER BY sequence) - 1 AS place FROM activity)
        INSERT INTO activity (account, at, kind, solution, opportunity_id, contact_id, posting_id, decision_id, message, line_hash)
        SELECT account, at - i * 10000, kind, solution, opportunity_id, contact_id, posting_id, decision_id, message, randomblob(16)
        FROM n JOIN model ON place = i % (SELECT count(*) FROM model)
        """;

    public static async Task AddAsync(string file, int rows, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using var decisions = connection.CreateCommand();
        decisions.CommandText = Decisions;
        decisions.Parameters.AddWithValue("@rows", rows);
        await decisions.ExecuteNonQueryAsync(cancellationToken);
        await using var activity = connection.CreateCommand();
        activity.CommandText = Activity;
        activity.Parameters.AddWithValue("@rows", rows);
        await activity.ExecuteNonQueryAsync(cancellationToken);
    }
}
