using CiivSoft.Storage.Access;
using CiivSoft.Storage.Tests.Databases;
using Dapper;

namespace CiivSoft.Storage.Tests.Access;

public abstract class LoginTicketStoreTests(StorageHost host) : StorageTests(host)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private LoginTicketStore Tickets => Host.Get<LoginTicketStore>();

    [Fact]
    public async Task A_ticket_is_good_for_one_of_many_who_try_it_together()
    {
        var ticket = await Tickets.IssueAsync(Life, Cancel);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Tickets.TryRedeemAsync(ticket, Cancel)));

        taken.Count(t => t).ShouldBe(1);
        (await Tickets.TryRedeemAsync(ticket, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_ticket_that_nobody_issued_is_refused() =>
        (await Tickets.TryRedeemAsync("0123", Cancel)).ShouldBeFalse();

    [Fact]
    public async Task A_ticket_expires_and_is_forgotten()
    {
        var old = await Tickets.IssueAsync(Life, Cancel);
        Host.Clock.Advance(Life);

        (await Tickets.TryRedeemAsync(old, Cancel)).ShouldBeFalse();
        await Tickets.IssueAsync(Life, Cancel);
        (await CountAsync("SELECT count(*) FROM login_ticket WHERE expires_at <= @now")).ShouldBe(0);
    }

    [Fact]
    public async Task The_database_does_not_hold_the_ticket_itself()
    {
        var ticket = await Tickets.IssueAsync(Life, Cancel);

        (await CountAsync($"SELECT count(*) FROM login_ticket WHERE hash = '{ticket}'")).ShouldBe(0);
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var connection = await Host.Database.Readers.OpenConnectionAsync(Cancel);
        return await connection.ExecuteScalarAsync<long>(sql, new { now = Now.ToUnixTimeMilliseconds() });
    }
}

public sealed class LoginTicketsOnSqliteTests(SqliteHost host) : LoginTicketStoreTests(host), IClassFixture<SqliteHost>;

public sealed class LoginTicketsOnPostgresTests(PostgresHost host)
    : LoginTicketStoreTests(host),
        IClassFixture<PostgresHost>;
