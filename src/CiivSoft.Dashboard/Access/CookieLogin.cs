using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace CiivSoft.Dashboard.Access;

/// <summary>What keeps a user logged in, whatever the way in.</summary>
internal static class CookieLogin
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(12);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "ciivsoft";
        options.Cookie.HttpOnly = true;
        // Not Strict: a link in one of our notes is followed from Lever's site and must arrive logged in. What changes
        // something asks for an anti-forgery token or goes over the page's own connection.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Life;
        options.SlidingExpiration = true;
        options.LoginPath = LoginEndpoints.Path;
        options.AccessDeniedPath = LoginEndpoints.DeniedPath;
        options.ReturnUrlParameter = LoginEndpoints.ReturnParameter;
    }
}
