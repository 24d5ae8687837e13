using CiivSoft.Storage.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CiivSoft.Dashboard.Access;

/// <summary>The ways in and out.</summary>
internal static class LoginEndpoints
{
    public const string Path = "/login";
    public const string TicketPath = "/login/ticket";
    public const string DeniedPath = "/login/denied";
    public const string ProviderPath = "/login/provider";
    public const string LogoutPath = "/logout";
    public const string ReturnParameter = "returnUrl";

    public static void MapLogin(this IEndpointRouteBuilder routes, bool hasProvider)
    {
        routes.MapGet(TicketPath, RedeemAsync).AllowAnonymous();
        routes.MapPost(LogoutPath, LogoutAsync).RequireAuthorization(Policies.Viewer);
        routes.MapPost("/api/login-links", CreateLinkAsync).RequireAuthorization(Policies.Api);
        if (hasProvider)
        {
            routes
                .MapGet(
                    ProviderPath,
                    (string? returnUrl) =>
                        TypedResults.Challenge(
                            new AuthenticationProperties { RedirectUri = Local(returnUrl) },
                            [LoginSchemes.OpenId]
                        )
                )
                .AllowAnonymous();
        }
    }

    /// <summary>A path on this site; the front page for anything else, so that nobody is sent elsewhere after a login.</summary>
    public static string Local(string? returnUrl) =>
        returnUrl is ['/', ..] and not ['/', '/' or '\\', ..] && !returnUrl.Any(char.IsControl) ? returnUrl : "/";

    private static async Task<RedirectHttpResult> RedeemAsync(
        string? ticket,
        HttpContext context,
        LoginTicketStore tickets,
        CancellationToken cancellationToken
    )
    {
        if (ticket is null || !await tickets.TryRedeemAsync(ticket, cancellationToken))
        {
            return TypedResults.Redirect($"{Path}?problem=link");
        }

        await context.SignInAsync(LoginSchemes.Cookie, Users.LocalAdmin(LoginSchemes.Cookie));
        return TypedResults.Redirect("/");
    }

    private static async Task<IResult> LogoutAsync(HttpContext context, IAntiforgery antiforgery, Sessions sessions)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.BadRequest("The page was too old for this. Reload it and try again.");
        }

        sessions.End(context.User);
        await context.SignOutAsync(LoginSchemes.Cookie);
        return TypedResults.Redirect(Path);
    }

    private static async Task<Ok<LoginLink>> CreateLinkAsync(
        HttpRequest request,
        LoginLinks links,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            await links.CreateAsync(new Uri($"{request.Scheme}://{request.Host}{request.PathBase}"), cancellationToken)
        );
}
