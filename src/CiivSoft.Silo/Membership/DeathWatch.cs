using System.Net;
using System.Net.Sockets;

namespace CiivSoft.Silo.Membership;

/// <summary>
/// Declares a silo dead at once when its connection ended and its port refuses new ones: its process is gone. The probes, which
/// find that too, need two to four seconds, and as long its accounts do nothing. A silo that is silent or cut off does not
/// refuse; it is left to the probes and their votes. See docs/decisions/membership.md.
/// </summary>
internal sealed partial class DeathWatch(
    EndedConnections ends,
    IClusterMembershipService membership,
    TimeProvider clock,
    ILogger<DeathWatch> logger
) : BackgroundService
{
    private const int Refusals = 2;

    // Who cannot be reached takes its second without holding up the others.
    private const int Beside = 8;

    private static readonly TimeSpan BetweenRefusals = TimeSpan.FromMilliseconds(250);

    // Who takes longer to answer does not refuse.
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Parallel.ForEachAsync(
                ends.ReadAllAsync(stoppingToken),
                new ParallelOptions { MaxDegreeOfParallelism = Beside, CancellationToken = stoppingToken },
                JudgeAsync
            );
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The silo stops.
        }
    }

    private async ValueTask JudgeAsync(IPEndPoint peer, CancellationToken cancellationToken)
    {
        // Before the port is asked: who takes the port later is another one.
        var suspects = membership.CurrentSnapshot.Members.Values.Where(m => IsAliveAt(m, peer)).ToList();
        for (var refused = 0; refused < Refusals; refused++)
        {
            if (refused > 0)
            {
                await Task.Delay(BetweenRefusals, clock, cancellationToken);
            }

            if (!await RefusesAsync(peer, cancellationToken))
            {
                return;
            }
        }

        foreach (var member in suspects)
        {
            await DeclareAsync(member.SiloAddress);
        }
    }

    private async Task DeclareAsync(SiloAddress silo)
    {
        try
        {
            LogDead(silo);
            await membership.TryKill(silo);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The database may be away. This silo must not end for it: the probes find the same.
            LogNotDeclared(failure, silo);
        }
    }

    // One that joins or leaves has no work that waits for this.
    private static bool IsAliveAt(ClusterMember member, IPEndPoint peer) =>
        member.Status == SiloStatus.Active && member.SiloAddress.Endpoint.Equals(peer);

    private static async Task<bool> RefusesAsync(IPEndPoint peer, CancellationToken cancellationToken)
    {
        using var socket = new Socket(peer.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(AnswersWithin);
        try
        {
            await socket.ConnectAsync(peer, patience.Token);
            return false;
        }
        catch (SocketException failure)
        {
            return failure.SocketErrorCode == SocketError.ConnectionRefused;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Silo {Silo} is declared dead: its connection ended and its port refuses new ones"
    )]
    private partial void LogDead(SiloAddress silo);

    [LoggerMessage(LogLevel.Warning, "Silo {Silo} could not be declared dead; the probes do it")]
    private partial void LogNotDeclared(Exception failure, SiloAddress silo);
}
