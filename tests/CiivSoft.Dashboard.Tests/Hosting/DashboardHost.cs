using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Dashboard.Access;
using CiivSoft.Storage;
using CiivSoft.Storage.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Dashboard;

namespace CiivSoft.Dashboard.Tests.Hosting;

/// <summary>The dashboard in this process, over real HTTP, on a small silo and a fresh SQLite folder.</summary>
public class DashboardHost : IAsyncLifetime
{
    public const string Token = "test-admin-token";

    private static int Folders;

    private readonly string _folder = Path.Combine(
        Path.GetTempPath(),
        $"ciivsoft-dashboard-host-{Environment.ProcessId}-{Interlocked.Increment(ref Folders)}"
    );

    private WebApplication? _app;

    public WebApplication App => _app ?? throw new InvalidOperationException("The host was not started.");

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    protected virtual IEnumerable<KeyValuePair<string, string?>> Settings => [new("CiivSoft:Login:PrintLink", "false")];

    public T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        await BeginAsync();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging(l => l.SetMinimumLevel(LogLevel.Warning));
        builder.Services.AddCiivSoftStorage(new StorageOptions { DataFolder = _folder });
        builder.Services.AddCiivSoftHealth();
        builder.Services.AddCiivSoftDashboard(builder.Configuration);
        builder.Services.AddSingleton<IHostLifetime>(new NoLifetime());
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePort(), FreePort());
            silo.Configure<ClusterOptions>(o =>
                o.ClusterId = _folder.GetHashCode(StringComparison.Ordinal).ToString(CultureInfo.InvariantCulture)
            );
            silo.AddDashboard();
        });
        _app = builder.Build();
        await Get<StorageStartup>().PrepareAsync(CancellationToken.None);
        _app.MapCiivSoftDashboard(Token);
        await _app.StartAsync();
        var addresses = Get<IServer>().Features.Get<IServerAddressesFeature>();
        Address = new Uri(addresses!.Addresses.First());
        await SeedAsync();
    }

    /// <summary>A client with the cookie of such a user; redirections are answers.</summary>
    public HttpClient Client(string? role = null, params string[] accounts)
    {
        var client = Bare();
        if (role is not null)
        {
            var user = Users.Create(LoginSchemes.Cookie, "tester", role, accounts);
            client.DefaultRequestHeaders.Add("Cookie", $"ciivsoft={Cookie(user)}");
        }

        return client;
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The client disposes of its handler.")]
    private HttpClient Bare() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }, disposeHandler: true)
        {
            BaseAddress = Address,
        };

    public async Task<AccountKey> ConnectAsync(string name)
    {
        var account = new AccountKey(name);
        await Get<IAccountStore>()
            .SaveAsync(
                account,
                new Uri("http://127.0.0.1:1/v1"),
                "user",
                "key",
                DateTimeOffset.UnixEpoch,
                CancellationToken.None
            );
        await Get<IAccountStore>().TakeEpochAsync(account, CancellationToken.None);
        return account;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        await EndAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected virtual Task BeginAsync() => Task.CompletedTask;

    protected virtual Task SeedAsync() => Task.CompletedTask;

    protected virtual ValueTask EndAsync() => ValueTask.CompletedTask;

    private string Cookie(ClaimsPrincipal user)
    {
        var options = Get<IOptionsMonitor<CookieAuthenticationOptions>>().Get(LoginSchemes.Cookie);
        return options.TicketDataFormat.Protect(new AuthenticationTicket(user, LoginSchemes.Cookie));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // The test ends the host, not a signal.
    internal sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
