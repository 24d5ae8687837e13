using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CiivSoft.Dashboard.Access;

/// <summary>
/// Prints a link that logs in once when the process is ready: on standard output, not through the log, which goes to places
/// where others read it.
/// </summary>
internal sealed class LoginLinkPrinter(IServer server, LoginLinks links, IOptions<LoginOptions> login)
    : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        if (login.Value.PrintsLink && address is not null)
        {
            var link = await links.CreateAsync(Reachable(address), cancellationToken);
            await Console.Out.WriteLineAsync($"Dashboard (one use, until {link.ExpiresAt:HH:mm} UTC): {link.Url}");
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // A server that listens on every address is reached at this one from here.
    private static Uri Reachable(string address) =>
        new(
            address
                .Replace("//[::]", "//localhost", StringComparison.Ordinal)
                .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
                .Replace("//*", "//localhost", StringComparison.Ordinal)
                .Replace("//+", "//localhost", StringComparison.Ordinal)
        );
}
