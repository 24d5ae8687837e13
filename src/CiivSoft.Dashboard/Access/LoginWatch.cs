using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Logging;

namespace CiivSoft.Dashboard.Access;

/// <summary>Looks now and then whether the login that an open page began with still stands; if not, the page shows nothing more.</summary>
internal sealed class LoginWatch(Sessions sessions, ILoggerFactory loggers)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    /// <summary>How often it looks. The default is a minute.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(1);

    protected override TimeSpan RevalidationInterval => Interval;

    protected override Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken
    ) => Task.FromResult(!sessions.IsOver(authenticationState.User));
}
