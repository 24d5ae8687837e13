using System.Collections.Immutable;
using System.Text;

namespace CiivSoft.LeverSimulator.Keys;

/// <summary>The account's API keys. Safe for several threads.</summary>
/// <param name="time">Real time, for the rate limits.</param>
/// <param name="defaultRate">Requests a second of keys that are made without a rate of their own.</param>
internal sealed class KeyRing(TimeProvider time, double defaultRate)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ApiKey> _bySecret = new(StringComparer.Ordinal);

    public IReadOnlyList<ApiKey> GetAll()
    {
        lock (_gate)
        {
            return [.. _bySecret.Values];
        }
    }

    /// <summary>Makes a key, or gives an existing secret new rights.</summary>
    public ApiKey Put(string secret, ImmutableHashSet<string> permissions, bool allowsConfidential, double? rate = null)
    {
        lock (_gate)
        {
            var id = _bySecret.TryGetValue(secret, out var old)
                ? old.Id
                : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"key-{_bySecret.Count + 1}");
            var bucket = rate is null && old is not null ? old.Bucket : new TokenBucket(time, rate ?? defaultRate);
            return _bySecret[secret] = new ApiKey(id, permissions, allowsConfidential, IsRevoked: false, bucket);
        }
    }

    /// <summary>Changes a key named by its id or its secret; null when there is no such key.</summary>
    public ApiKey? Change(string idOrSecret, Func<ApiKey, ApiKey> change)
    {
        lock (_gate)
        {
            foreach (var (secret, key) in _bySecret)
            {
                if (key.Id == idOrSecret || secret == idOrSecret)
                {
                    return _bySecret[secret] = change(key);
                }
            }

            return null;
        }
    }

    /// <summary>Every key gets a fresh bucket of this rate; zero for no limit.</summary>
    public void SetRate(double perSecond)
    {
        lock (_gate)
        {
            foreach (var (secret, key) in _bySecret.ToList())
            {
                _bySecret[secret] = key with { Bucket = new TokenBucket(time, perSecond) };
            }
        }
    }

    /// <summary>The valid key of an <c>Authorization</c> header: <c>Basic</c> with the key as the user's name, or <c>Bearer</c>.</summary>
    public ApiKey? Authenticate(string? authorization)
    {
        if (ReadSecret(authorization) is not { } secret)
        {
            return null;
        }

        lock (_gate)
        {
            return _bySecret.TryGetValue(secret, out var key) && !key.IsRevoked ? key : null;
        }
    }

    private static string? ReadSecret(string? authorization)
    {
        if (authorization?.Split(' ', 2, StringSplitOptions.TrimEntries) is not [var scheme, var credentials])
        {
            return null;
        }

        if (scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            return credentials;
        }

        var bytes = new byte[credentials.Length];
        return
            scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
            && Convert.TryFromBase64String(credentials, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length).Split(':')[0]
            : null;
    }
}
