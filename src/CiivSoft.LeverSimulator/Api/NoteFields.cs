using System.Text.Json;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Api;

internal static class NoteFields
{
    private static readonly Field<(AccountTables Account, Note Note)>[] Common =
    [
        new("id", (json, item) => json.WriteStringValue(item.Note.Id)),
        new("text", (json, _) => json.WriteStringValue("Note")),
        new("fields", (json, item) => json.WriteItems(item.Note.Comments, WriteComment)),
        new(
            "user",
            (json, item) => json.WriteStringValue(item.Note.UserId),
            (json, item) => AccountFields.WriteUser(json, item.Account, item.Note.UserId)
        ),
        new("secret", (json, item) => json.WriteBooleanValue(item.Note.IsSecret)),
        new("completedAt", (json, item) => json.WriteNumberValue(item.Note.CompletedAt)),
        new("deletedAt", (json, _) => json.WriteNullValue()),
        new("createdAt", (json, item) => json.WriteNumberValue(item.Note.CreatedAt)),
    ];

    private static readonly FieldTable<(AccountTables Account, Note Note)> Table = new(Common);

    /// <summary>The create call answers the id a second time.</summary>
    private static readonly FieldTable<(AccountTables Account, Note Note)> Created = new([
        .. Common,
        new("noteId", (json, item) => json.WriteStringValue(item.Note.Id)),
    ]);

    public static void Write(Utf8JsonWriter json, AccountTables account, Note note, FieldSelection selection) =>
        Table.Write(json, (account, note), selection);

    public static void WriteCreated(Utf8JsonWriter json, AccountTables account, Note note) =>
        Created.Write(json, (account, note), FieldSelection.All);

    private static void WriteComment(Utf8JsonWriter json, NoteComment comment)
    {
        json.WriteStartObject();
        json.WriteNumber("createdAt", comment.CreatedAt);
        json.WriteTimeOf("score", comment.Score);
        json.WriteString("stage", comment.StageId);
        json.WriteString("text", "Comment");
        json.WriteString("type", "note");
        json.WriteString("user", comment.UserId);
        json.WriteString("value", comment.Value);
        json.WriteEndObject();
    }
}
