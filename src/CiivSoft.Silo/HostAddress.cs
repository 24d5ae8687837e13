using System.Net;
using System.Net.Sockets;

namespace CiivSoft.Silo;

/// <summary>The address that other silos reach this one at.</summary>
internal static class HostAddress
{
    public const string Auto = "auto";

    public static bool IsUsable(string text) => IsAuto(text) || IPAddress.TryParse(text, out _);

    /// <summary>The address written, or for <see cref="Auto"/> the first IPv4 address of this host's own name.</summary>
    /// <exception cref="InvalidOperationException">The host's name has no IPv4 address but loopback.</exception>
    public static IPAddress Resolve(string text) =>
        IsAuto(text)
            ? Array.Find(
                Dns.GetHostAddresses(Dns.GetHostName(), AddressFamily.InterNetwork),
                address => !IPAddress.IsLoopback(address)
            )
                ?? throw new InvalidOperationException(
                    $"This host's name '{Dns.GetHostName()}' has no IPv4 address: name one in CIIVSOFT__CLUSTER__ADVERTISEDIP."
                )
            : IPAddress.Parse(text);

    private static bool IsAuto(string text) => string.Equals(text, Auto, StringComparison.OrdinalIgnoreCase);
}
