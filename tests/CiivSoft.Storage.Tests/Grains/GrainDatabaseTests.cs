using System.Net;
using System.Net.Sockets;
using CiivSoft.Storage.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Storage;

namespace CiivSoft.Storage.Tests.Grains;

/// <summary>Orleans' own ADO.NET providers on our SQL: state, reminders and, on PostgreSQL, membership.</summary>
public abstract class GrainDatabaseTests(StorageHost host) : StorageTests(host)
{
    [Fact]
    public async Task A_silo_keeps_state_and_reminders_over_a_restart()
    {
        using (var silo = await StartAsync("first"))
        {
            var notebook = silo.Services.GetRequiredService<IGrainFactory>().GetGrain<INotebookGrain>("note:restart");
            await notebook.WriteAsync("kept");
            await notebook.RemindAsync("wake", TimeSpan.FromHours(1));
            await silo.StopAsync(Cancel);
        }

        using (var silo = await StartAsync("second"))
        {
            var notebook = silo.Services.GetRequiredService<IGrainFactory>().GetGrain<INotebookGrain>("note:restart");
            (await notebook.ReadAsync()).ShouldBe("kept");
            (await notebook.RemindersAsync()).ShouldBe(["wake"]);
            await notebook.ForgetAsync("wake");
            (await notebook.RemindersAsync()).ShouldBeEmpty();
            await notebook.ClearAsync();
            (await notebook.ReadAsync()).ShouldBe("");
            await notebook.WriteAsync("again");
            await silo.StopAsync(Cancel);
        }
    }

    [Fact]
    public async Task The_storage_provider_refuses_stale_writes_and_keeps_keys_apart()
    {
        using var silo = await StartAsync("storage");
        var storage = silo.Services.GetRequiredKeyedService<IGrainStorage>("Default");
        var id = GrainId.Create("notebook", "note:stale");
        var (mine, theirs) = (new GrainState<NotebookState>(new()), new GrainState<NotebookState>(new()));
        await storage.ReadStateAsync("notebook", id, theirs);
        mine.State = new NotebookState { Text = "mine" };
        await storage.WriteStateAsync("notebook", id, mine);

        // Both think the row is new; then both hold version 1 and one is faster.
        await Should.ThrowAsync<InconsistentStateException>(() => storage.WriteStateAsync("notebook", id, theirs));
        await storage.ReadStateAsync("notebook", id, theirs);
        await storage.WriteStateAsync("notebook", id, mine);
        await Should.ThrowAsync<InconsistentStateException>(() => storage.WriteStateAsync("notebook", id, theirs));

        var other = new GrainState<NotebookState>(new());
        await storage.ReadStateAsync("notebook", GrainId.Create("notebook", "note:other"), other);
        other.RecordExists.ShouldBeFalse();
        await storage.ReadStateAsync("another-state", id, other);
        other.RecordExists.ShouldBeFalse();
        await silo.StopAsync(Cancel);
    }

    [Fact]
    public async Task Writers_of_one_new_row_make_one_row()
    {
        using var silo = await StartAsync("race");
        var storage = silo.Services.GetRequiredKeyedService<IGrainStorage>("Default");
        var id = GrainId.Create("notebook", "note:race");

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(async i =>
                {
                    try
                    {
                        await storage.WriteStateAsync(
                            "notebook",
                            id,
                            new GrainState<NotebookState>(new() { Text = $"{i}" })
                        );
                        return true;
                    }
                    catch (InconsistentStateException)
                    {
                        return false;
                    }
                })
        );

        outcomes.Count(won => won).ShouldBe(1);
        await silo.StopAsync(Cancel);
    }

    [Fact]
    public async Task Reminders_are_found_by_every_range_of_the_ring()
    {
        using var silo = await StartAsync("reminders");
        var table = silo.Services.GetRequiredService<IReminderTable>();
        var ids = Enumerable.Range(0, 40).Select(i => GrainId.Create("notebook", $"note:r{i}")).ToList();
        foreach (var id in ids)
        {
            await table.UpsertRow(Reminder(id, Rows.Day.UtcDateTime), Cancel);
        }

        var etag = await table.UpsertRow(Reminder(ids[0], Rows.Day.UtcDateTime.AddHours(1)), Cancel);

        var read = (await table.ReadRow(ids[0], "r", Cancel)).ShouldNotBeNull();
        read.StartAt.ShouldBe(Rows.Day.UtcDateTime.AddHours(1));
        read.Period.ShouldBe(TimeSpan.FromMinutes(30));
        read.ETag.ShouldBe(etag);
        var whole = await table.ReadRows(0, 0, Cancel);
        whole
            .Reminders.Count(reminder => string.Equals(reminder.ReminderName, "r", StringComparison.Ordinal))
            .ShouldBe(40);
        var half = await table.ReadRows(0, uint.MaxValue / 2, Cancel);
        var rest = await table.ReadRows(uint.MaxValue / 2, 0, Cancel);
        (Count(half) + Count(rest)).ShouldBe(40);
        Count(half).ShouldBeInRange(1, 39);

        (await table.RemoveRow(ids[0], "r", "999", Cancel)).ShouldBeFalse();
        (await table.RemoveRow(ids[0], "r", etag.ShouldNotBeNull(), Cancel)).ShouldBeTrue();
        (await table.RemoveRow(ids[0], "r", etag.ShouldNotBeNull(), Cancel)).ShouldBeFalse();
        (await table.ReadRow(ids[0], "r", Cancel)).ShouldBeNull();
        await silo.StopAsync(Cancel);

        static int Count(ReminderTableData data) =>
            data.Reminders.Count(reminder => string.Equals(reminder.ReminderName, "r", StringComparison.Ordinal));
    }

    protected async Task<IHost> StartAsync(string name)
    {
        var grains = Host.Get<GrainDatabase>();
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.UseOrleans(orleans =>
        {
            var (siloPort, gatewayPort) = (FreePort(), FreePort());
            if (grains.SupportsMembership)
            {
                orleans.Configure<ClusterOptions>(options =>
                {
                    options.ClusterId = $"cluster-{name}";
                    options.ServiceId = "ciivsoft";
                });
                orleans.UseAdoNetClustering(options =>
                {
                    options.Invariant = grains.Invariant;
                    options.DataSource = grains.DataSource;
                });
                orleans.ConfigureEndpoints(IPAddress.Loopback, siloPort, gatewayPort);
            }
            else
            {
                orleans.UseLocalhostClustering(siloPort, gatewayPort, serviceId: "ciivsoft");
            }

            orleans.AddAdoNetGrainStorageAsDefault(options =>
            {
                options.Invariant = grains.Invariant;
                options.DataSource = grains.DataSource;
                options.DeleteStateOnClear = true;
            });
            orleans.UseAdoNetReminderService(options =>
            {
                options.Invariant = grains.Invariant;
                options.DataSource = grains.DataSource;
            });
        });
        var silo = builder.Build();
        await silo.StartAsync(Cancel);
        return silo;
    }

    protected static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static ReminderEntry Reminder(GrainId id, DateTime startAt) =>
        new()
        {
            GrainId = id,
            ReminderName = "r",
            StartAt = startAt,
            Period = TimeSpan.FromMinutes(30),
        };
}

public sealed class GrainDatabaseOnSqliteTests(SqliteHost host) : GrainDatabaseTests(host), IClassFixture<SqliteHost>;

public sealed class GrainDatabaseOnPostgresTests(PostgresHost host)
    : GrainDatabaseTests(host),
        IClassFixture<PostgresHost>
{
    [Fact]
    public async Task Membership_rows_and_version_move_together()
    {
        using var silo = await StartAsync("membership");
        var table = silo.Services.GetRequiredService<IMembershipTable>();
        var before = await table.ReadAllAsync(Cancel);
        var (self, _) = before.Members.Single();
        self.Status.ShouldBe(SiloStatus.Active);
        var joining = new MembershipEntry
        {
            SiloAddress = SiloAddress.New(IPAddress.Loopback, 1, 1),
            SiloName = "joining",
            HostName = "host",
            Status = SiloStatus.Joining,
            StartTime = Rows.Day.UtcDateTime,
            IAmAliveTime = Rows.Day.UtcDateTime,
        };
        var stale = new TableVersion(before.Version.Version, "77");

        (await table.InsertRowAsync(joining, stale, Cancel)).ShouldBeFalse();
        (await table.ReadAllAsync(Cancel)).Members.Count.ShouldBe(1);
        (await table.InsertRowAsync(joining, before.Version.Next(), Cancel)).ShouldBeTrue();
        (
            await table.InsertRowAsync(joining, (await table.ReadAllAsync(Cancel)).Version.Next(), Cancel)
        ).ShouldBeFalse();

        var after = await table.ReadAllAsync(Cancel);
        after.Version.Version.ShouldBe(before.Version.Version + 1);
        var (read, etag) = after.Members.Single(member =>
            string.Equals(member.Item1.SiloName, "joining", StringComparison.Ordinal)
        );
        read.StartTime.ShouldBe(joining.StartTime);
        read.Status = SiloStatus.Dead;
        read.SuspectTimes = [Tuple.Create(self.SiloAddress, Rows.Day.UtcDateTime)];
        (await table.UpdateRowAsync(read, etag, after.Version.Next(), Cancel)).ShouldBeTrue();
        (await table.UpdateRowAsync(read, etag, after.Version.Next(), Cancel)).ShouldBeFalse();
        (await table.ReadRowAsync(read.SiloAddress, Cancel)).Members.Single().Item1.Status.ShouldBe(SiloStatus.Dead);
        await table.CleanupDefunctSiloEntriesAsync(Rows.Day.AddDays(1), Cancel);
        (await table.ReadAllAsync(Cancel)).Members.Single().Item1.SiloAddress.ShouldBe(self.SiloAddress);
        await silo.StopAsync(Cancel);
    }
}
