using System.Text.Json;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Api;

internal static class AccountFields
{
    private static readonly FieldTable<Stage> Stages = new(
        new Field<Stage>("id", (json, stage) => json.WriteStringValue(stage.Id)),
        new Field<Stage>("text", (json, stage) => json.WriteStringValue(stage.Text))
    );

    private static readonly FieldTable<ArchiveReason> Reasons = new(
        new Field<ArchiveReason>("id", (json, reason) => json.WriteStringValue(reason.Id)),
        new Field<ArchiveReason>("text", (json, reason) => json.WriteStringValue(reason.Text)),
        new Field<ArchiveReason>(
            "status",
            (json, reason) => json.WriteStringValue(reason.IsActive ? "active" : "inactive")
        ),
        new Field<ArchiveReason>(
            "type",
            (json, reason) => json.WriteStringValue(reason.IsHired ? "hired" : "non-hired")
        )
    );

    private static readonly FieldTable<User> Users = new(
        new Field<User>("id", (json, user) => json.WriteStringValue(user.Id)),
        new Field<User>("name", (json, user) => json.WriteStringValue(user.Name)),
        new Field<User>("username", (json, user) => json.WriteStringValue(user.Username)),
        new Field<User>("email", (json, user) => json.WriteStringValue(user.Email)),
        new Field<User>("accessRole", (json, user) => json.WriteStringValue(user.AccessRole)),
        new Field<User>("photo", (json, _) => json.WriteNullValue()),
        new Field<User>("createdAt", (json, user) => json.WriteNumberValue(user.CreatedAt)),
        new Field<User>("deactivatedAt", (json, user) => json.WriteTime(user.DeactivatedAt)),
        new Field<User>("externalDirectoryId", (json, user) => json.WriteStringValue(user.ExternalDirectoryId)),
        new Field<User>("linkedContactIds", WriteLinkedContacts),
        new Field<User>("jobTitle", (json, user) => json.WriteStringValue(user.JobTitle)),
        new Field<User>("managerId", (json, user) => json.WriteStringValue(user.ManagerId))
    );

    public static void Write(Utf8JsonWriter json, Stage stage, FieldSelection selection) =>
        Stages.Write(json, stage, selection);

    public static void Write(Utf8JsonWriter json, ArchiveReason reason, FieldSelection selection) =>
        Reasons.Write(json, reason, selection);

    public static void Write(Utf8JsonWriter json, User user, FieldSelection selection) =>
        Users.Write(json, user, selection);

    /// <summary>The stage that an id stands for; the id itself when the account has no such stage.</summary>
    public static void WriteStage(Utf8JsonWriter json, AccountTables account, string id)
    {
        if (account.FindStage(id) is { } stage)
        {
            Write(json, stage, FieldSelection.All);
        }
        else
        {
            json.WriteStringValue(id);
        }
    }

    /// <summary>The user that an id stands for; the id itself, or null, when there is none.</summary>
    public static void WriteUser(Utf8JsonWriter json, AccountTables account, string? id)
    {
        if (id is not null && account.FindUser(id) is { } user)
        {
            Write(json, user, FieldSelection.All);
        }
        else
        {
            json.WriteStringValue(id);
        }
    }

    private static void WriteLinkedContacts(Utf8JsonWriter json, User user)
    {
        if (user.LinkedContactIds.Length == 0)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteTexts(user.LinkedContactIds);
        }
    }
}
