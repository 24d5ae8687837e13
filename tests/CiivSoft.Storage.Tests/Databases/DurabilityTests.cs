namespace CiivSoft.Storage.Tests.Databases;

public sealed class DurabilityTests(SqliteHost host) : StorageTests(host), IClassFixture<SqliteHost>
{
    private const long Normal = 1;
    private const long Full = 2;

    [Fact]
    public async Task Only_a_durable_write_waits_for_the_disk_and_the_next_one_does_not()
    {
        var plain = await Host.Database.WriteAsync(s => s.ScalarAsync<long>("PRAGMA synchronous"), Cancel);
        var durable = await Host.Database.WriteDurablyAsync(s => s.ScalarAsync<long>("PRAGMA synchronous"), Cancel);
        var next = await Host.Database.WriteAsync(s => s.ScalarAsync<long>("PRAGMA synchronous"), Cancel);

        (plain, durable, next).ShouldBe((Normal, Full, Normal));
    }
}
