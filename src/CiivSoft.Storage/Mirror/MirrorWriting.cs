using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Databases;

namespace CiivSoft.Storage.Mirror;

/// <summary>Writes opportunities and postings as part of a larger commit. A row that did not change is not written again.</summary>
internal static class MirrorWriting
{
    public const string OpportunityColumns = """
        opportunity_id, contact_id, posting_id, application_id, stage_id, origin, created_at_ms, updated_at_ms,
        last_advanced_at_ms, archived_at_ms, archive_reason_id, reached_offer, is_confidential, is_anonymized,
        consent_refused, consent_ends_at_ms, has_opted_out, is_marked_not_useful, lead_of, deleted_at_ms,
        fingerprint, resume_signal
        """;

    public const string PostingColumns = """
        posting_id, title, state, is_open, is_confidential, country, location, is_remote, text, content_hash,
        created_at_ms, updated_at_ms, opened_at, url
        """;

    private static readonly string UpsertOpportunity = Upsert("opportunity", "opportunity_id", OpportunityColumns);

    private static readonly string UpsertPosting = Upsert("posting", "posting_id", PostingColumns);

    public static Task SaveOpportunitiesAsync(
        this Session session,
        AccountKey account,
        IEnumerable<OpportunityRow> rows
    ) => session.RunManyAsync(UpsertOpportunity, WithAccount(account, rows));

    public static Task SavePostingsAsync(this Session session, AccountKey account, IEnumerable<PostingRow> rows) =>
        session.RunManyAsync(UpsertPosting, WithAccount(account, rows));

    private static IEnumerable<object[]> WithAccount<T>(AccountKey account, IEnumerable<T> rows)
        where T : class
    {
        var common = new { Account = account.Name };
        return rows.Select(row => new object[] { row, common });
    }

    private static string Upsert(string table, string key, string columnList)
    {
        var columns = columnList.Split(',', StringSplitOptions.TrimEntries);
        var rest = columns.Where(column => !string.Equals(column, key, StringComparison.Ordinal)).ToList();
        return $"""
            INSERT INTO {table} (account, {columnList})
            VALUES (@Account, {string.Join(", ", columns.Select(Parameter))})
            ON CONFLICT (account, {key}) DO UPDATE SET {string.Join(", ", rest.Select(c => $"{c} = excluded.{c}"))}
            WHERE ({string.Join(", ", rest.Select(c => $"{table}.{c}"))})
                IS DISTINCT FROM ({string.Join(", ", rest.Select(c => $"excluded.{c}"))})
            """;
    }

    /// <summary>The property of a column: <c>lead_of</c> is filled by <c>@LeadOf</c>.</summary>
    private static string Parameter(string column) =>
        "@" + string.Concat(column.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
