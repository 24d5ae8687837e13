using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Effects;

namespace CiivSoft.Grains.Effects;

/// <summary>Ids come from what they name, so that a retry is the same write.</summary>
internal static class EffectIds
{
    public static string OfEffect(AccountKey account, EffectKind kind, string subject, string target) =>
        Hash("effect", account.Name, kind.ToString(), subject, target);

    public static string OfDecision(AccountKey account, Solution solution, string subject, int generation) =>
        Hash("decision", account.Name, solution.ToString(), subject, generation.ToString(CultureInfo.InvariantCulture));

    // Parts are joined by a character that Lever's ids and our words do not have, so that no two keys run together.
    private static string Hash(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts))).AsSpan(0, 16));
}
