namespace CiivSoft.Cli.Terminals;

/// <summary>Makes clients of the programs we talk to.</summary>
internal static class HttpClients
{
    /// <summary>A client of one address. What runs on this machine is never asked for through a proxy.</summary>
    public static HttpClient Create(Uri address) =>
#pragma warning disable CA2000 // The client disposes of its handler.
        new(new SocketsHttpHandler { UseProxy = !address.IsLoopback }, disposeHandler: true) { BaseAddress = address };
#pragma warning restore CA2000
}
