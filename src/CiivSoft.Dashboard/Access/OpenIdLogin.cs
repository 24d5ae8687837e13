using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CiivSoft.Dashboard.Access;

/// <summary>Login through the company's OpenID Connect provider: code flow with PKCE; of its claims only three are kept.</summary>
internal static class OpenIdLogin
{
    /// <summary>Where the provider sends the browser back to; it has to know this address.</summary>
    public const string CallbackPath = "/login/openid";

    public static AuthenticationBuilder AddOpenIdLogin(this AuthenticationBuilder builder, LoginOptions login) =>
        builder.AddOpenIdConnect(LoginSchemes.OpenId, options => Configure(options, login));

    /// <summary>The user of the dashboard that a user of the provider is; null when no role is known.</summary>
    public static ClaimsPrincipal? Translate(ClaimsPrincipal user, LoginOptions login)
    {
        var roles = user.FindAll(login.RoleClaim).Select(c => c.Value).ToHashSet(StringComparer.Ordinal);
        var role =
            roles.Contains(login.AdminRole) ? Roles.Admin
            : roles.Contains(login.OperatorRole) ? Roles.Operator
            : roles.Contains(login.ViewerRole) ? Roles.Viewer
            : null;
        var name = user.FindFirst("preferred_username")?.Value ?? user.FindFirst("sub")?.Value ?? "unknown";
        var accounts = user.FindAll(login.AccountsClaim)
            .SelectMany(c => c.Value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries));
        return role is null ? null : Users.Create(LoginSchemes.OpenId, name, role, accounts);
    }

    private static void Configure(OpenIdConnectOptions options, LoginOptions login)
    {
        options.SignInScheme = LoginSchemes.Cookie;
        options.Authority = login.Authority;
        options.ClientId = login.ClientId;
        options.ClientSecret = login.ClientSecret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.CallbackPath = CallbackPath;
        options.AccessDeniedPath = LoginEndpoints.DeniedPath;
        // Only this machine is reached without TLS: a provider for trying out.
        options.RequireHttpsMetadata = !(
            Uri.TryCreate(login.Authority, UriKind.Absolute, out var address) && address.IsLoopback
        );
        options.UsePkce = true;
        // The answer comes as a plain navigation, for which Lax is enough; None would need TLS on this machine too.
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.SaveTokens = false;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = false;
        options.Events.OnTicketReceived = context =>
        {
            if (context.Principal is { } user && Translate(user, login) is { } known)
            {
                context.Principal = known;
            }
            else
            {
                context.HandleResponse();
                context.Response.Redirect(LoginEndpoints.DeniedPath);
            }

            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = context =>
        {
            // The reason is in the log; the page must not tell a stranger more than that it failed.
            context.HandleResponse();
            context.Response.Redirect($"{LoginEndpoints.Path}?problem=provider");
            return Task.CompletedTask;
        };
    }
}
