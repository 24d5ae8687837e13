using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Work;

namespace CiivSoft.Storage.Mirror;

/// <summary>Takes from the tables what is personal of some contacts.</summary>
internal static class Erasure
{
    public static async Task EraseAsync(
        Session session,
        AccountKey account,
        IReadOnlyCollection<string> contactIds,
        DateTimeOffset now
    )
    {
        var ofContacts = $"account = @account AND {session.Dialect.In("contact_id", "@ids")}";
        var parameters = new
        {
            account = account.Name,
            ids = session.Dialect.List(contactIds),
            now,
            cancelled = EffectState.Cancelled,
            note = EffectKind.Note,
            contact = WorkKind.Contact,
        };
        await session.ExecuteAsync($"DELETE FROM resume WHERE {ofContacts}", parameters);
        await session.ExecuteAsync($"DELETE FROM vector WHERE {ofContacts}", parameters);
        await session.ExecuteAsync(
            $"UPDATE decision SET evidence_box = NULL WHERE {ofContacts} AND evidence_box IS NOT NULL",
            parameters
        );
        // What was not sent is not sent any more. What may have been sent is looked for all the same, and whatever is in Lever
        // gets its note, though nothing personal is left to write in it. Parents first: their notes follow them.
        var cancel = $"""
            UPDATE effect SET state = @cancelled, settled_at = @now, held_by = 0, reason = 'the person was erased'
            WHERE {ofContacts} AND {EffectSql.IsNotFinal} AND NOT ({EffectSql.MayBeInLever})
            """;
        await session.ExecuteAsync($"{cancel} AND kind <> @note", parameters);
        await session.ExecuteAsync(
            $"{cancel} AND kind = @note AND NOT ({EffectSql.TellsOfWhatMayBeInLever})",
            parameters
        );
        await session.ExecuteAsync(
            $"UPDATE effect SET payload_box = NULL WHERE {ofContacts} AND payload_box IS NOT NULL",
            parameters
        );
        await session.ExecuteAsync(
            $"""
            UPDATE contact SET person_key = contact_id, person_box = NULL, person_mac = NULL, country = NULL, willing_to_relocate = FALSE, resume_status = 0,
                resume_id = NULL, resume_hash = NULL, resume_look = NULL, wait_until = NULL, resume_given_up = NULL
            WHERE {ofContacts}
            """,
            parameters
        );
        await session.ExecuteAsync(
            $"DELETE FROM work WHERE account = @account AND kind = @contact AND {session.Dialect.In("id", "@ids")}",
            parameters
        );
    }
}
