using System.Security.Claims;
using CiivSoft.Abstractions.Keys;

namespace CiivSoft.Dashboard.Access;

/// <summary>Users as the dashboard knows them: a name, a role, and the accounts they may see.</summary>
internal static class Users
{
    /// <summary>One claim for each account that may be seen, or one of <see cref="EveryAccount"/>.</summary>
    public const string AccountClaim = "ciivsoft-account";

    public const string EveryAccount = "*";

    /// <summary>Whoever holds the admin token or a link made with it.</summary>
    public static ClaimsPrincipal LocalAdmin(string scheme) => Create(scheme, "admin", Roles.Admin, [EveryAccount]);

    public static ClaimsPrincipal Create(string scheme, string name, string role, IEnumerable<string> accounts) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.Name, name),
                    new Claim(ClaimTypes.Role, role),
                    .. accounts.Select(a => new Claim(AccountClaim, a)),
                ],
                scheme
            )
        );

    /// <summary>Whether the user may see an account. Names are compared exactly.</summary>
    public static bool MaySee(this ClaimsPrincipal user, string account) =>
        user.HasClaim(AccountClaim, EveryAccount) || user.HasClaim(AccountClaim, account);

    /// <summary>The account if its name can be one and the user may see it; else null, whether it exists or not.</summary>
    public static AccountKey? Account(this ClaimsPrincipal user, string? name)
    {
        if (name is null || !user.MaySee(name))
        {
            return null;
        }

        try
        {
            return new AccountKey(name);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public static bool IsAtLeast(this ClaimsPrincipal user, string role) => Roles.AtLeast(role).Any(user.IsInRole);
}
