using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CiivSoft.Dashboard.Security;

/// <summary>Headers of every answer. Scripts run only with the nonce of the very page; nothing comes from elsewhere.</summary>
internal static class SecurityHeaders
{
    private const int NonceBytes = 16;

    private static readonly object NonceKey = new();

    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes));
                context.Items[NonceKey] = nonce;
                Write(context, nonce);
                return next(context);
            }
        );

    /// <summary>The nonce of this answer's scripts.</summary>
    public static string Nonce(this HttpContext context) =>
        context.Items[NonceKey] as string
        ?? throw new InvalidOperationException("The security headers were not set for this request.");

    private static void Write(HttpContext context, string nonce)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments(
            DashboardServices.GrainDashboardPath,
            StringComparison.OrdinalIgnoreCase
        )
            ? GrainDashboard
            : Pages(nonce);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        // What a page shows of people stays in no cache; the assets say otherwise for themselves.
        headers.CacheControl = "no-store";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }
    }

    private static string Pages(string nonce) =>
        $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    // Orleans' own pages: their scripts are files of theirs, their markup has style attributes, which need the exception.
    private const string GrainDashboard =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";
}
