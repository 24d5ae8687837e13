using CiivSoft.Abstractions.Keys;

namespace CiivSoft.Storage.Encryption;

/// <summary>Names of the places that sealed values are bound to.</summary>
internal static class Places
{
    public static string ApiKey(AccountKey account) => $"account/{account.Name}/api-key";

    public static string Person(AccountKey account, string contactId) => $"contact/{account.Name}/{contactId}";

    public static string Resume(AccountKey account, string contactId) => $"resume/{account.Name}/{contactId}";

    public static string Evidence(AccountKey account, string decisionId) => $"decision/{account.Name}/{decisionId}";

    public static string Payload(AccountKey account, string effectId) => $"effect/{account.Name}/{effectId}";
}
