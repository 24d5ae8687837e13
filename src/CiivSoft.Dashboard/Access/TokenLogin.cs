using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CiivSoft.Dashboard.Access;

/// <summary>Login by the link that is printed at the start; afterwards a cookie, so that the token stays out of later addresses.</summary>
internal static class TokenLogin
{
    public const string Scheme = "ciivsoft";
    public const string BearerScheme = "ciivsoft-bearer";
    public const string CookieScheme = "ciivsoft-cookie";
    public const string BearerPrefix = "Bearer ";

    public static ClaimsPrincipal Admin(string scheme) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, "admin")], scheme));

    public static string Select(HttpContext context) =>
        context.Request.Headers.ContainsKey("Authorization") ? BearerScheme : CookieScheme;

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "ciivsoft";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Events.OnRedirectToLogin = context =>
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        };
    }

    public static void MapLogin(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/login",
                async (string? token, HttpContext context, AdminAccess access) =>
                {
                    if (!access.IsToken(token))
                    {
                        return Results.Text(
                            "This link is not valid. Use the one that the silo printed at its last start.",
                            statusCode: StatusCodes.Status401Unauthorized
                        );
                    }

                    await context.SignInAsync(CookieScheme, Admin(CookieScheme));
                    return Results.Redirect(DashboardServices.GrainDashboardPath);
                }
            )
            .AllowAnonymous();
}
