using System.Globalization;

namespace CiivSoft.Lab.Programs;

/// <summary>
/// Hosts as network namespaces of this machine, each with an address of its own, on a bridge in a further namespace, so that
/// no filter rule of the machine applies between them. The machine has one foot in it, with two addresses: for the database and for Lever.
/// </summary>
internal sealed class NetworkLab : IAsyncDisposable
{
    // A network that was removed is gone only a moment later: the next one has another name.
    private static int Networks;

    private readonly string _name;
    private readonly string _prefix;
    private readonly int _hosts;

    private NetworkLab(string name, string prefix, int hosts)
    {
        _name = name;
        _prefix = prefix;
        _hosts = hosts;
    }

    /// <summary>Why there can be none; null when there can.</summary>
    public static string? Missing =>
        !Shell.IsRoot ? "Network namespaces can be made by root only."
        : !Shell.Has("ip") ? "There is no program 'ip': apt-get install iproute2."
        : null;

    /// <summary>The machine's address that the database listens at.</summary>
    public string DatabaseAddress => _prefix + ".1";

    /// <summary>The machine's address that Lever listens at.</summary>
    public string LeverAddress => _prefix + ".2";

    public static async Task<NetworkLab> CreateAsync(int hosts)
    {
        var number = Environment.ProcessId;
        var lab = new NetworkLab(
            string.Create(CultureInfo.InvariantCulture, $"cvs{number}n{Interlocked.Increment(ref Networks)}"),
            await FreePrefixAsync(number),
            hosts
        );
        try
        {
            await lab.UpAsync();
            return lab;
        }
        catch
        {
            await lab.DisposeAsync();
            throw;
        }
    }

    /// <summary>The place of a host, counted from 1.</summary>
    public LabPlace Place(int host) => new() { Address = AddressOf(host), Namespace = NameOf(host) };

    /// <summary>Takes a host off the network altogether: packets are dropped, no connection is reset.</summary>
    public Task CutAsync(int host) => Shell.RunAsync("ip", "-n", Hub, "link", "set", Port(host), "nomaster");

    /// <summary>Drops packets between a host and all others, not those to the machine.</summary>
    public async Task CutFromPeersAsync(int host)
    {
        foreach (var peer in Enumerable.Range(1, _hosts).Where(p => p != host))
        {
            await DropAsync(host, AddressOf(peer));
            await DropAsync(peer, AddressOf(host));
        }
    }

    /// <summary>Drops what a host sends to an address.</summary>
    public Task DropAsync(int host, string address) =>
        Shell.RunAsync("ip", "-n", NameOf(host), "route", "replace", "blackhole", address + "/32");

    /// <summary>Undoes all cuts.</summary>
    public async Task HealAsync()
    {
        for (var host = 1; host <= _hosts; host++)
        {
            await Shell.RunAsync("ip", "-n", Hub, "link", "set", Port(host), "master", "br0", "up");
            await Shell.RunAsync("ip", "-n", NameOf(host), "route", "flush", "type", "blackhole");
        }
    }

    /// <summary>Removes everything of it; processes in it are to be ended before.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var line in (await Shell.RunAsync("ip", "netns", "list")).Split('\n'))
        {
            if (line.Split(' ')[0] is var name && name.StartsWith(_name + "-", StringComparison.Ordinal))
            {
                await Shell.RunAsync("ip", "netns", "delete", name);
            }
        }
    }

    private string Hub => _name + "-hub";

    private string NameOf(int host) => string.Create(CultureInfo.InvariantCulture, $"{_name}-h{host}");

    private string AddressOf(int host) => string.Create(CultureInfo.InvariantCulture, $"{_prefix}.{10 + host}");

    private static string Port(int host) => string.Create(CultureInfo.InvariantCulture, $"h{host}");

    private async Task UpAsync()
    {
        await Shell.RunAsync("ip", "netns", "add", Hub);
        await Shell.RunAsync("ip", "-n", Hub, "link", "add", "br0", "type", "bridge");
        await Shell.RunAsync("ip", "-n", Hub, "link", "set", "br0", "up");
        await Shell.RunAsync("ip", "-n", Hub, "link", "add", "m0", "type", "veth", "peer", "name", _name, "netns", "1");
        await Shell.RunAsync("ip", "-n", Hub, "link", "set", "m0", "master", "br0", "up");
        await Shell.RunAsync("ip", "addr", "add", DatabaseAddress + "/24", "dev", _name);
        await Shell.RunAsync("ip", "addr", "add", LeverAddress + "/24", "dev", _name);
        await Shell.RunAsync("ip", "link", "set", _name, "up");
        for (var host = 1; host <= _hosts; host++)
        {
            var name = NameOf(host);
            await Shell.RunAsync("ip", "netns", "add", name);
            await Shell.RunAsync("ip", "-n", name, "link", "set", "lo", "up");
            await Shell.RunAsync(
                "ip",
                "-n",
                Hub,
                "link",
                "add",
                Port(host),
                "type",
                "veth",
                "peer",
                "name",
                "eth0",
                "netns",
                name
            );
            await Shell.RunAsync("ip", "-n", Hub, "link", "set", Port(host), "master", "br0", "up");
            await Shell.RunAsync("ip", "-n", name, "addr", "add", AddressOf(host) + "/24", "dev", "eth0");
            await Shell.RunAsync("ip", "-n", name, "link", "set", "eth0", "up");
        }
    }

    private static async Task<string> FreePrefixAsync(int number)
    {
        var routes = await Shell.RunAsync("ip", "route");
        return Enumerable
            .Range(0, 250)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"10.77.{(number + i) % 250}"))
            .First(prefix => !routes.Contains(prefix + ".", StringComparison.Ordinal));
    }
}
