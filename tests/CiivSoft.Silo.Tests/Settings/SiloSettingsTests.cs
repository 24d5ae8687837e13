using CiivSoft.Silo.Tests.Deployment;
using Microsoft.Extensions.Configuration;

namespace CiivSoft.Silo.Tests.Settings;

public sealed class SiloSettingsTests
{
    [Fact]
    public void Without_any_setting_there_is_one_process_on_SQLite()
    {
        var settings = Read();

        settings.Problem.ShouldBeNull();
        settings.Role.ShouldBe(ProcessRole.All);
        settings.HoldsGrains.ShouldBeTrue();
        settings.ServesPages.ShouldBeTrue();
        settings.IsCluster.ShouldBeFalse();
        settings.Storage.MigrateAtStart.ShouldBeTrue();
    }

    [Theory]
    [InlineData("silo", true, false)]
    [InlineData("dashboard", false, true)]
    [InlineData("all", true, true)]
    [InlineData("migrate", false, false)]
    public void A_role_says_what_a_process_holds(string role, bool holdsGrains, bool servesPages)
    {
        var settings = Read(("Role", role), ("Postgres", "Host=db"));

        settings.HoldsGrains.ShouldBe(holdsGrains);
        settings.ServesPages.ShouldBe(servesPages);
        settings.Problem.ShouldBeNull();
    }

    [Theory]
    [InlineData("silo", "true", true)]
    [InlineData("silo", "false", false)]
    [InlineData("dashboard", "true", false)]
    [InlineData("migrate", "false", true)]
    public void A_dashboard_never_migrates_and_a_migration_always_does(string role, string atStart, bool migrates)
    {
        Read(("Role", role), ("Postgres", "Host=db"), ("MigrateAtStart", atStart))
            .Storage.MigrateAtStart.ShouldBe(migrates);
    }

    [Theory]
    [InlineData("Role", "dashboard", "CIIVSOFT__POSTGRES")]
    [InlineData("Cluster:SiloPort", "0", "CIIVSOFT__CLUSTER__SILOPORT")]
    [InlineData("Cluster:GatewayPort", "70000", "CIIVSOFT__CLUSTER__GATEWAYPORT")]
    [InlineData("Cluster:GatewayPort", "11111", "must differ")]
    [InlineData("Cluster:Id", " ", "CIIVSOFT__CLUSTER__ID")]
    [InlineData("Cluster:AdvertisedIp", "silo-1", "CIIVSOFT__CLUSTER__ADVERTISEDIP")]
    [InlineData("Effects:Grace", "00:00:00", "CIIVSOFT__EFFECTS__GRACE")]
    [InlineData("Telemetry:Otlp", "collector", "CIIVSOFT__TELEMETRY__OTLP")]
    [InlineData("Embedding:Source", "/no/such/model.bin", "CIIVSOFT__EMBEDDING__SOURCE")]
    [InlineData("Embedding:Source", "http://127.0.0.1:1/v1", "CIIVSOFT__EMBEDDING__SERVICEMODEL")]
    [InlineData("Embedding:BatchSize", "0", "CIIVSOFT__EMBEDDING__BATCHSIZE")]
    [InlineData("Notify:To", "ada", "CIIVSOFT__NOTIFY__TO")]
    [InlineData("Notify:To", "ada@example.com", "CIIVSOFT__NOTIFY__SMTP__HOST")]
    [InlineData("Notify:Webhook:Url", "http://hooks.example", "CIIVSOFT__NOTIFY__WEBHOOK__URL")]
    [InlineData("Telemetry:Sample", "1.5", "CIIVSOFT__TELEMETRY__SAMPLE")]
    [InlineData("Telemetry:Prometheus", "http://localhost:9464", "CIIVSOFT__TELEMETRY__PROMETHEUS")]
    [InlineData("Telemetry:Prometheus", "https://127.0.0.1:9464", "CIIVSOFT__TELEMETRY__PROMETHEUS")]
    [InlineData("Telemetry:Prometheus", "9464", "CIIVSOFT__TELEMETRY__PROMETHEUS")]
    public void A_wrong_setting_is_named_with_its_variable(string key, string value, string named)
    {
        Read((key, value)).Problem.ShouldNotBeNull().ShouldContain(named);
    }

    [Fact]
    public void An_unknown_role_is_refused_with_the_setting_s_name()
    {
        var exception = Should.Throw<InvalidOperationException>(() => Read(("Role", "leader")));

        exception.Message.ShouldContain("CiivSoft:Role");
    }

    [Fact]
    public void An_address_is_found_for_a_container()
    {
        HostAddress.IsUsable("auto").ShouldBeTrue();
        HostAddress.IsUsable("10.0.0.7").ShouldBeTrue();
        HostAddress.Resolve("10.0.0.7").ToString().ShouldBe("10.0.0.7");
    }

    [Fact]
    public void The_reference_describes_every_setting()
    {
        var page = Repository.Read("docs", "reference", "settings.md");

        SettingNames.All().ShouldAllBe(name => page.Contains($"`{name}`", StringComparison.Ordinal));
    }

    private static SiloSettings Read(params (string Key, string Value)[] values) =>
        SiloSettings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(values.Select(v => KeyValuePair.Create($"CiivSoft:{v.Key}", (string?)v.Value)))
                .Build()
        );
}
