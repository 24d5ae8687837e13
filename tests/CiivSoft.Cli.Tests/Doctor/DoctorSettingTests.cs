using System.Net;
using System.Net.Sockets;
using CiivSoft.Cli.Doctor;
using CiivSoft.Cli.Doctor.Checks;
using CiivSoft.Storage;
using CiivSoft.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CiivSoft.Cli.Tests.Doctor;

/// <summary>Broken settings and surroundings: each gets its diagnosis and no other.</summary>
public sealed class DoctorSettingTests : IAsyncLifetime
{
    private Place _place = null!; // Made before each test.

    public async ValueTask InitializeAsync() => _place = await Place.HealthyAsync();

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Theory]
    [InlineData("settings-unknown", "Did you mean CIIVSOFT__HTTP?", "CIIVSOFT__HTPP=http://127.0.0.1:8080")]
    [InlineData("settings-unknown", "Did you mean CIIVSOFT__HTTP?", "CIIVSOFT_HTTP=http://127.0.0.1:8080")]
    [InlineData("settings-unknown", "docs/reference/settings.md", "CIIVSOFT__COLOUR=blue")]
    [InlineData("settings-unknown", "LEVER__READATTEMPTS", "LEVER__READATEMPTS=3")]
    [InlineData("settings-invalid", "a number from 1 to 65535", "CIIVSOFT__CLUSTER__SILOPORT=eleven")]
    [InlineData("settings-invalid", "written hh:mm:ss", "CIIVSOFT__EFFECTS__GRACE=2h")]
    [InlineData("settings-invalid", "all, silo, dashboard or migrate", "CIIVSOFT__ROLE=everything")]
    [InlineData("settings-invalid", "an address such as", "CIIVSOFT__HTTP=127.0.0.1:8080")]
    [InlineData("settings-invalid", "true or false", "CIIVSOFT__MIGRATEATSTART=yes")]
    [InlineData("settings-invalid", "a number from 0 to 1", "CIIVSOFT__TELEMETRY__SAMPLE=50")]
    [InlineData("settings-contradictory", "Set CIIVSOFT__POSTGRES", "CIIVSOFT__ROLE=dashboard")]
    [InlineData("settings-contradictory", "Give them two ports", "CIIVSOFT__CLUSTER__SILOPORT=30000")]
    [InlineData("settings-contradictory", "or unset both", "CIIVSOFT__POSTGRESOWNER=Host=db")]
    [InlineData("settings-contradictory", "the mail server", "CIIVSOFT__NOTIFY__TO=ada@example.com")]
    [InlineData(
        "settings-contradictory",
        "docs/how-to/notifications.md",
        "CIIVSOFT__NOTIFY__WEBHOOK__URL=https://h.example"
    )]
    [InlineData("settings-invalid", "whsec_", "CIIVSOFT__NOTIFY__WEBHOOK__SECRET=abc")]
    [InlineData("settings-invalid", "0 to 23", "CIIVSOFT__NOTIFY__DIGESTHOUR=24")]
    [InlineData("settings-contradictory", "that the provider gave", "CIIVSOFT__LOGIN__AUTHORITY=https://login.example")]
    [InlineData("address-public", "behind a proxy with TLS", "CIIVSOFT__HTTP=http://0.0.0.0:8080")]
    [InlineData("address-public", "behind a proxy with TLS", "CIIVSOFT__HTTP=http://*:8080")]
    [InlineData("proxy", "NO_PROXY=127.0.0.1,localhost", "http_proxy=http://proxy:3128")]
    [InlineData("proxy", "Write it as an address", "HTTPS_PROXY=proxy")]
    public async Task A_setting_that_is_wrong(string check, string fix, string variable)
    {
        var parts = variable.Split('=', 2);
        _place.Variables[parts[0]] = parts[1];

        var found = await _place.ExamineAsync();

        found.Keys.ToArray().ShouldBe([check], string.Join('\n', found.Values.SelectMany(r => r.Complaints)));
        found[check].Complaints.ShouldHaveSingleItem().Fix.ShouldContain(fix);
    }

    [Fact]
    public async Task In_a_container_an_open_address_is_a_warning()
    {
        _place.Variables["DOTNET_RUNNING_IN_CONTAINER"] = "true";
        _place.Variables["CIIVSOFT__HTTP"] = "http://0.0.0.0:8080";

        var complaint = (await _place.ExamineAsync())["address-public"].Complaints.ShouldHaveSingleItem();

        complaint.Severity.ShouldBe(Severity.Warning);
        complaint.Fix.ShouldContain("Publish the port on 127.0.0.1");
    }

    [Fact]
    public async Task Settings_that_are_right_are_no_reason_to_complain()
    {
        _place.Variables["CIIVSOFT__HTTP"] = "http://127.0.0.1:9000";
        _place.Variables["CIIVSOFT__CLUSTER__ADVERTISEDIP"] = "auto";
        _place.Variables["CIIVSOFT__EFFECTS__GRACE"] = "00:02:00";
        _place.Variables["ciivsoft__telemetry__sample"] = "0.1";
        _place.Variables["HTTP_PROXY"] = "http://proxy:3128";
        _place.Variables["NO_PROXY"] = "localhost,127.0.0.1,.example";
        _place.Variables["CIIVSOFT_SERVER"] = "http://127.0.0.1:9000";

        (await _place.ExamineAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_value_that_is_secret_is_not_shown()
    {
        _place.Variables["CIIVSOFT__POSTGRES"] = "Host=127.0.0.1;Port=1;Username=ciivsoft;Password=canary;Timeout=1";

        var found = await _place.ExamineAsync();

        string.Join('\n', found.Values.SelectMany(r => r.Complaints)).ShouldNotContain("canary");
    }

    [Fact]
    public async Task Postgres_that_does_not_answer_beside_a_database_that_is_not_used()
    {
        _place.Variables["CIIVSOFT__POSTGRES"] = "Host=127.0.0.1;Port=1;Username=ciivsoft;Password=x;Database=ciivsoft";

        var found = await _place.ExamineAsync();

        found.Keys.ToArray().ShouldBe(["settings-contradictory", "postgres-reachable"], ignoreOrder: true);
        found["postgres-reachable"].Complaints.Single().Fix.ShouldContain("pg_hba.conf");
    }

    [Fact]
    public async Task A_postgres_that_has_no_schema_yet_or_forbids_its_tables()
    {
        Assert.SkipUnless(LocalPostgres.IsInstalled, LocalPostgres.Missing);
        await using var server = await LocalPostgres.StartAsync();
        File.Delete(_place.Database);
        var owner = await server.CreateDatabaseAsync("doctor");
        _place.Variables["CIIVSOFT__POSTGRES"] = owner;

        var empty = await _place.ExamineAsync();
        await MigrateAsync(owner);
        var migrated = await _place.ExamineAsync();
        await server.CreateRoleAsync("stranger");
        _place.Variables["CIIVSOFT__POSTGRES"] = server.ConnectionString("doctor", "stranger");
        var forbidden = await _place.ExamineAsync();

        empty
            .Keys.ToArray()
            .ShouldBe(["database-schema"], string.Join('\n', empty.Values.SelectMany(r => r.Complaints)));
        empty["database-schema"].Complaints.Single().Fix.ShouldContain("role migrate");
        migrated.ShouldBeEmpty(string.Join('\n', migrated.Values.SelectMany(r => r.Complaints)));
        forbidden
            .Keys.ToArray()
            .ShouldBe(["postgres-rights"], string.Join('\n', forbidden.Values.SelectMany(r => r.Complaints)));
    }

    [Fact]
    public void Postgres_too_old_and_clocks_apart()
    {
        var now = Place.Now;

        PostgresChecks.Version(12)!.Single().Cause.ShouldContain("PostgreSQL 12");
        PostgresChecks.Version(15).ShouldBeEmpty();
        PostgresChecks.Version(null).ShouldBeNull();
        PostgresChecks.Clock(now.AddMinutes(2), now)!.Single().Cause.ShouldContain("120 seconds");
        PostgresChecks.Clock(now.AddSeconds(1), now).ShouldBeEmpty();
    }

    [Fact]
    public void Too_few_open_files()
    {
        string[] limits = ["Max open files            256                  4096                 files     "];

        MachineChecks.OpenFiles(limits)!.Single().Cause.ShouldContain("only 256 files");
        MachineChecks
            .OpenFiles(["Max open files            unlimited            unlimited            files     "])
            .ShouldBeEmpty();
        MachineChecks.OpenFiles([]).ShouldBeNull();
    }

    [Fact]
    public async Task A_document_worker_that_is_missing()
    {
        _place.WorkerPath = Path.Combine(_place.Data, "worker.dll");

        var found = await _place.ExamineAsync(isWhole: true);

        found.Keys.ToArray().ShouldBe(["document-worker"]);
        found["document-worker"].Complaints.Single().Fix.ShouldContain("the folder 'worker'");
    }

    [Fact]
    public async Task A_port_that_another_program_has()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        _place.Variables["CIIVSOFT__CLUSTER__SILOPORT"] = $"{port}";
        _place.Server = new Uri("http://127.0.0.1:1");

        var found = await _place.ExamineAsync();

        found.Keys.ToArray().ShouldBe(["ports", "silo-reachable"], ignoreOrder: true);
        found["ports"].Complaints.Single().Cause.ShouldContain($"port {port}");
    }

    private async Task MigrateAsync(string connection)
    {
        var services = new ServiceCollection();
        services.AddCiivSoftStorage(new StorageOptions { DataFolder = _place.Data, Postgres = connection });
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<StorageStartup>().PrepareAsync(TestContext.Current.CancellationToken);
    }
}
