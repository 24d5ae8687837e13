using CiivSoft.Storage.Access;

namespace CiivSoft.Dashboard.Access;

/// <summary>Links that log in as admin, once.</summary>
internal sealed class LoginLinks(LoginTicketStore tickets, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>A new link.</summary>
    /// <param name="server">Address of the dashboard as its user reaches it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<LoginLink> CreateAsync(Uri server, CancellationToken cancellationToken)
    {
        var ticket = await tickets.IssueAsync(Life, cancellationToken);
        return new LoginLink(new Uri(server, $"{LoginEndpoints.TicketPath}?ticket={ticket}"), clock.GetUtcNow() + Life);
    }
}

/// <summary>A link that logs in as admin.</summary>
/// <param name="Url">Works once.</param>
/// <param name="ExpiresAt">And until then.</param>
internal sealed record LoginLink(Uri Url, DateTimeOffset ExpiresAt);
