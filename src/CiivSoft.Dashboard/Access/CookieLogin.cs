using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CiivSoft.Dashboard.Access;

/// <summary>What keeps a user logged in, whatever the way in.</summary>
internal static class CookieLogin
{
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "ciivsoft";
        options.Cookie.HttpOnly = true;
        // Not Strict: a link in one of our notes is followed from Lever's site and must arrive logged in. What changes
        // something asks for an anti-forgery token or goes over the page's own connection.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Sessions.Life;
        options.SlidingExpiration = true;
        options.LoginPath = LoginEndpoints.Path;
        options.AccessDeniedPath = LoginEndpoints.DeniedPath;
        options.ReturnUrlParameter = LoginEndpoints.ReturnParameter;
        options.Events.OnSigningIn = context =>
        {
            Sessions.Begin(context.Principal ?? throw new InvalidOperationException("Nobody is signing in."));
            return Task.CompletedTask;
        };
        options.Events.OnValidatePrincipal = context =>
        {
            Check(context);
            return Task.CompletedTask;
        };
    }

    // A copy of the cookie does not outlive the logout either.
    private static void Check(CookieValidatePrincipalContext context)
    {
        if (context.Principal is not { } user)
        {
            return;
        }

        Sessions.EndAt(user, context.Properties.ExpiresUtc);
        if (context.HttpContext.RequestServices.GetRequiredService<Sessions>().IsOver(user))
        {
            context.RejectPrincipal();
        }
    }
}
