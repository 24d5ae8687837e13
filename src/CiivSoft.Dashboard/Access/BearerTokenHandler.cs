using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CiivSoft.Dashboard.Access;

/// <summary>Lets in who sends the admin token as bearer token: the command line.</summary>
internal sealed class BearerTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    AdminAccess access
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Prefix = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        return Task.FromResult(
            access.IsToken(header[Prefix.Length..].Trim())
                ? AuthenticateResult.Success(new AuthenticationTicket(Users.LocalAdmin(Scheme.Name), Scheme.Name))
                : AuthenticateResult.Fail("The token is not the one of this silo.")
        );
    }
}
