using System.Security.Cryptography;
using System.Text;

namespace CiivSoft.Dashboard.Access;

/// <summary>Knows the admin token, as a hash.</summary>
internal sealed class AdminAccess
{
    private byte[] _hash = [];

    public void Use(string token) => _hash = Hash(token);

    /// <summary>Whether this is the token; takes as long for every wrong one.</summary>
    public bool IsToken(string? offered) =>
        offered is not null && _hash.Length > 0 && CryptographicOperations.FixedTimeEquals(Hash(offered), _hash);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
