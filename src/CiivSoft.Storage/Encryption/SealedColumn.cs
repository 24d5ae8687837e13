using CiivSoft.Abstractions.Keys;

namespace CiivSoft.Storage.Encryption;

/// <summary>A column of sealed values: where they are and what place each is bound to.</summary>
/// <param name="Table">The table.</param>
/// <param name="Account">The column with the account.</param>
/// <param name="Id">The column that, with the account, is unique.</param>
/// <param name="Box">The column with the values.</param>
/// <param name="Place">The place of a row's value.</param>
internal sealed record SealedColumn(
    string Table,
    string Account,
    string Id,
    string Box,
    Func<AccountKey, string, string> Place
)
{
    /// <summary>Every column there is.</summary>
    public static IReadOnlyList<SealedColumn> All { get; } =
    [
        new("account", "name", "name", "api_key_box", (account, _) => Places.ApiKey(account)),
        new("contact", "account", "contact_id", "person_box", Places.Person),
        new("resume", "account", "contact_id", "text_box", Places.Resume),
        new("decision", "account", "decision_id", "evidence_box", Places.Evidence),
        new("effect", "account", "effect_id", "payload_box", Places.Payload),
    ];
}
