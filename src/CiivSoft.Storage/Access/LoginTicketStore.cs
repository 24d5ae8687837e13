using System.Security.Cryptography;
using System.Text;
using CiivSoft.Storage.Databases;

namespace CiivSoft.Storage.Access;

/// <summary>
/// Tickets that log in to the dashboard, each once. They live in the database, so that any process of the installation takes
/// the ticket that another gave.
/// </summary>
public sealed class LoginTicketStore
{
    private const int TicketBytes = 24;

    private readonly Database _database;
    private readonly TimeProvider _clock;

    internal LoginTicketStore(Database database, TimeProvider clock)
    {
        _database = database;
        _clock = clock;
    }

    /// <summary>A new ticket, as hexadecimal digits. Only its hash is kept. Tickets that have expired are forgotten.</summary>
    /// <param name="life">How long it may be used.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<string> IssueAsync(TimeSpan life, CancellationToken cancellationToken)
    {
        var ticket = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TicketBytes));
        var now = _clock.GetUtcNow();
        await _database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("DELETE FROM login_ticket WHERE expires_at <= @now", new { now });
                await session.ExecuteAsync(
                    "INSERT INTO login_ticket (hash, expires_at) VALUES (@hash, @expiresAt)",
                    new { hash = Hash(ticket), expiresAt = now + life }
                );
            },
            cancellationToken
        );
        return ticket;
    }

    /// <summary>Uses a ticket up. True for one caller only; false when it is unknown, used or expired.</summary>
    public async Task<bool> TryRedeemAsync(string ticket, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var now = _clock.GetUtcNow();
        return await _database.WriteAsync(
            async session =>
                await session.ExecuteAsync(
                    "DELETE FROM login_ticket WHERE hash = @hash AND expires_at > @now",
                    new { hash = Hash(ticket), now }
                ) == 1,
            cancellationToken
        );
    }

    private static string Hash(string ticket) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ticket)));
}
