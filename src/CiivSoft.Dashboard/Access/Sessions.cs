using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;

namespace CiivSoft.Dashboard.Access;

/// <summary>
/// Whether a login still stands. The cookie alone says who is logged in and until when; who logged out before is kept here,
/// until the cookie would have ended anyway. That is one silo's knowledge: it is the one that holds the browser's open pages.
/// </summary>
internal sealed class Sessions(TimeProvider clock)
{
    /// <summary>How long a login lasts after a page was loaded last.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(12);

    private const string IdClaim = "ciivsoft-session";
    private const string EndClaim = "ciivsoft-session-end";

    private readonly ConcurrentDictionary<string, DateTimeOffset> _loggedOut = new(StringComparer.Ordinal);

    /// <summary>A login begins: it gets a name of its own.</summary>
    public static void Begin(ClaimsPrincipal user) => Set(user, IdClaim, RandomNumberGenerator.GetHexString(32));

    /// <summary>Remembers with the user when the login ends by itself, for a page that stays open beyond.</summary>
    public static void EndAt(ClaimsPrincipal user, DateTimeOffset? end) =>
        Set(user, EndClaim, (end ?? DateTimeOffset.MaxValue).ToString("O", CultureInfo.InvariantCulture));

    /// <summary>The user logs out.</summary>
    public void End(ClaimsPrincipal user)
    {
        foreach (var (old, _) in _loggedOut.Where(s => s.Value < clock.GetUtcNow()))
        {
            _loggedOut.TryRemove(old, out _);
        }

        if (user.FindFirstValue(IdClaim) is { } id)
        {
            _loggedOut[id] = clock.GetUtcNow() + Life;
        }
    }

    public bool IsOver(ClaimsPrincipal user) =>
        (user.FindFirstValue(IdClaim) is { } id && _loggedOut.ContainsKey(id))
        || (
            user.FindFirstValue(EndClaim) is { } end
            && DateTimeOffset.Parse(end, CultureInfo.InvariantCulture) <= clock.GetUtcNow()
        );

    private static void Set(ClaimsPrincipal user, string type, string value)
    {
        if (user.Identity is ClaimsIdentity identity)
        {
            identity.TryRemoveClaim(identity.FindFirst(type));
            identity.AddClaim(new Claim(type, value));
        }
    }
}
