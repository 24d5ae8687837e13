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
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(TokenLogin.BearerPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        return Task.FromResult(
            access.IsToken(header[TokenLogin.BearerPrefix.Length..].Trim())
                ? AuthenticateResult.Success(new AuthenticationTicket(TokenLogin.Admin(Scheme.Name), Scheme.Name))
                : AuthenticateResult.Fail("The token is not the one of this silo.")
        );
    }
}
