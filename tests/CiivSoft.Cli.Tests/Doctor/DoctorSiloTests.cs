using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Doctor;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CiivSoft.Cli.Tests.Doctor;

/// <summary>Silos, addresses of Lever and accounts in trouble: each gets its diagnosis and no other.</summary>
public sealed class DoctorSiloTests : IAsyncLifetime
{
    private Place _place = null!; // Made before each test.

    public async ValueTask InitializeAsync() => _place = await Place.HealthyAsync();

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Fact]
    public async Task No_silo()
    {
        _place.Server = new Uri("http://127.0.0.1:1");

        await FindsAsync("silo-reachable", "Nothing answers at http://127.0.0.1:1/");
    }

    [Fact]
    public async Task Another_program_at_the_address()
    {
        _place.Serve().Answers("GET /health/live", "<html>Welcome</html>");

        await FindsAsync("silo-address", "Another program than a silo");
    }

    [Fact]
    public async Task A_silo_that_is_not_ready()
    {
        _place.Serve().Answers("GET /health/ready", "Unhealthy", StatusCodes.Status503ServiceUnavailable);
        _place.AnswerAsSilo();

        await FindsAsync("silo-ready", "not ready (503)");
    }

    [Fact]
    public async Task No_token()
    {
        _place.Token = "";

        await FindsAsync("token-present", "There is no token");
    }

    [Fact]
    public async Task The_token_of_another_silo()
    {
        _place.Token = "another";

        await FindsAsync("token-accepted", "does not accept the token");
    }

    [Fact]
    public async Task A_key_that_the_silo_lacks()
    {
        _place
            .Serve()
            .Answers("GET keys", """[{"id":1,"isInRing":false,"isUsed":false,"values":1200,"mayBeRemoved":false}]""");
        _place.AnswerAsSilo();

        await FindsAsync("keys-complete", "1,200 values are sealed with key 1");
    }

    [Fact]
    public async Task A_clock_that_is_wrong()
    {
        var found = await _place.ExamineAsync(clock: new FakeTimeProvider(Place.Now.AddMinutes(5)));

        found.Keys.ToArray().ShouldBe(["silo-clock", "lever-clock"], ignoreOrder: true);
        found["lever-clock"].Complaints.Single().Fix.ShouldContain("NTP");
    }

    [Fact]
    public async Task Lever_out_of_reach()
    {
        _place.AccountLever = "http://127.0.0.1:1/v1";

        await FindsAsync("lever-reachable", "Lever does not answer");
    }

    [Fact]
    public async Task An_address_that_is_not_that_of_levers_api()
    {
        _place.AccountLever = new Uri(_place.Silo.Address, "lever").ToString();

        await FindsAsync("lever-address", "has no list of stages");
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for()
    {
        await using var lever = await StartTlsAsync();
        _place.AccountLever = $"{lever.Urls.First()}/v1";

        await FindsAsync("lever-tls", "is not accepted");
    }

    public static TheoryData<string, string, Func<AccountStatus, AccountStatus>> Troubles =>
        new()
        {
            { "account-key", "refuses the API key", s => s with { Connection = ConnectionStatus.Suspect } },
            {
                "account-key",
                "the account is disconnected",
                s => s with { Connection = ConnectionStatus.Disconnected }
            },
            { "account-rights", "right-missing:Add a note", With("right-missing:Add a note") },
            { "account-stage", "stage-missing", With("stage-missing") },
            { "account-lever", "lever-unavailable", With("lever-unavailable") },
            { "account-work", "work-fails", With("work-fails") },
            { "foreign-marks", "foreign-marks", With("foreign-marks") },
            { "foreign-marks", "foreign-note", With("foreign-note") },
            { "surplus-leads", "surplus-leads", With("surplus-leads") },
            { "account-holder", "held-elsewhere", With("held-elsewhere") },
            { "account-findings", "a-code-of-tomorrow", With("a-code-of-tomorrow") },
            { "scan-late", "The last scan ended 3 hours ago", LastScan(TimeSpan.FromHours(3)) },
            {
                "backlog",
                "3 people and postings wait",
                s => LastScan(TimeSpan.FromMinutes(50))(s) with { Backlog = new Backlog(2, 1, 0, 0), IsIdle = false }
            },
            { "effects-unknown", "Of 2 writes", Effects("unknown") },
            { "effects-failed", "refused 2 writes", Effects("failed") },
            { "effects-blocked", "2 writes wait", Effects("blocked") },
            { "paused", "Paused: REFiiNE", s => s with { Pauses = [new PauseScope(Solution.Refiine, null)] } },
            { "rate", "3 calls to Lever a second", s => s with { Settings = s.Settings with { CallsPerSecond = 3 } } },
        };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task An_account_in_trouble(string check, string cause, Func<AccountStatus, AccountStatus> trouble)
    {
        ArgumentNullException.ThrowIfNull(trouble);
        _place.Status = trouble(_place.Status);

        var complaint = await FindsAsync(check, cause);
        complaint.Account.ShouldBe("acme");
    }

    [Fact]
    public async Task An_account_that_never_went_live()
    {
        _place.Status = _place.Status with { Mode = AccountMode.Shadow };
        _place.ConnectedAt = Place.Now.AddDays(-40);

        await FindsAsync("shadow-long", "in shadow mode, 40 days after");
    }

    [Fact]
    public async Task No_account_is_a_hint_and_no_fault()
    {
        _place.Serve().Answers("GET accounts", "[]");
        _place.AnswerAsSilo();

        (await _place.ExamineAsync()).ShouldBeEmpty();
    }

    [Fact]
    public void There_are_enough_checks_each_with_a_name_of_its_own()
    {
        AllChecks.List.Count.ShouldBeGreaterThanOrEqualTo(40);
        AllChecks.List.Select(check => check.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task Every_check_is_in_the_docs()
    {
        var page = await File.ReadAllTextAsync(
            Repository.File("docs", "how-to", "doctor.md"),
            TestContext.Current.CancellationToken
        );

        AllChecks.List.ShouldAllBe(check => page.Contains($"| `{check.Id}` | ", StringComparison.Ordinal));
    }

    private static Func<AccountStatus, AccountStatus> With(string code) =>
        status => status with { Findings = [Place.Finding(code)] };

    private static Func<AccountStatus, AccountStatus> LastScan(TimeSpan ago) =>
        status => status with { LastScan = new ScanSummary(Place.Now - ago, Place.Now - ago, 4, 0) };

    private static Func<AccountStatus, AccountStatus> Effects(string state) =>
        status => status with { Effects = ImmutableSortedDictionary<string, long>.Empty.Add(state, 2) };

    private async Task<Complaint> FindsAsync(string check, string cause)
    {
        var found = await _place.ExamineAsync();

        found.Keys.ToArray().ShouldBe([check], string.Join('\n', found.Values.SelectMany(r => r.Complaints)));
        var complaint = found[check].Complaints.ShouldHaveSingleItem();
        complaint.Cause.ShouldContain(cause);
        complaint.Fix.ShouldNotBeNullOrWhiteSpace();
        return complaint;
    }

    private static async Task<WebApplication> StartTlsAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var certificate = request.CreateSelfSigned(Place.Now.AddDays(-1), Place.Now.AddDays(1));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(0, listen => listen.UseHttps(certificate)));
        builder.WebHost.UseUrls();
        var application = builder.Build();
        await application.StartAsync(TestContext.Current.CancellationToken);
        return application;
    }
}
