using System.Security.Cryptography;
using System.Text;
using CiivSoft.Abstractions.Keys;

namespace CiivSoft.Grains.Notices;

/// <summary>Ids of notices: of one occurrence always the same.</summary>
internal static class NoticeIds
{
    private const int Bytes = 16;

    public static string Of(AccountKey account, string code, DateTimeOffset since)
    {
        var occurrence = $"{account.Name}\n{code}\n{since.ToUnixTimeMilliseconds()}";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(occurrence));
        return $"msg_{Convert.ToHexStringLower(hash.AsSpan(0, Bytes))}";
    }
}
