using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using CiivSoft.Silo.Membership;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging.Abstractions;

namespace CiivSoft.Silo.Tests.Membership;

/// <summary>What docs/decisions/membership.md says of a silo whose connection ended.</summary>
public sealed class DeathWatchTests
{
    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_refuses_after_its_connection_ended_is_declared_dead()
    {
        var gone = Refusing();
        await using var watch = await Watching.BeginAsync((gone, SiloStatus.Active));

        await watch.EndAsync(gone);

        (await watch.Members.NextKilledAsync(Cancel)).Endpoint.ShouldBe(gone);
    }

    [Theory]
    [InlineData(SiloStatus.Active, true)]
    [InlineData(SiloStatus.Joining, false)]
    [InlineData(SiloStatus.ShuttingDown, false)]
    public async Task Who_answers_joins_or_leaves_is_left_alone(SiloStatus status, bool answers)
    {
        using var alive = new TcpListener(AnyPort);
        alive.Start();
        var spared = answers ? (IPEndPoint)alive.LocalEndpoint : Refusing();
        var gone = Refusing();
        await using var watch = await Watching.BeginAsync((spared, status), (gone, SiloStatus.Active));

        // It ended first, so it was judged when the other one is.
        await watch.EndAsync(spared);
        await Task.Delay(TimeSpan.FromSeconds(1), Cancel);
        await watch.EndAsync(gone);

        (await watch.Members.NextKilledAsync(Cancel)).Endpoint.ShouldBe(gone);
        watch.Members.HasKilledMore.ShouldBeFalse();
    }

    [Fact]
    public async Task A_declaration_that_fails_does_not_end_the_watch()
    {
        var first = Refusing();
        var second = Refusing();
        await using var watch = await Watching.BeginAsync((first, SiloStatus.Active), (second, SiloStatus.Active));
        watch.Members.FailNext();

        await watch.EndAsync(first);
        await watch.Members.FailedAsync(Cancel);
        await watch.EndAsync(second);

        (await watch.Members.NextKilledAsync(Cancel)).Endpoint.ShouldBe(second);
    }

    [Fact]
    public async Task A_port_where_no_silo_is_known_kills_nobody()
    {
        var gone = Refusing();
        var unknown = Refusing();
        await using var watch = await Watching.BeginAsync((gone, SiloStatus.Active));

        await watch.EndAsync(unknown);
        await watch.EndAsync(gone);

        (await watch.Members.NextKilledAsync(Cancel)).Endpoint.ShouldBe(gone);
        watch.Members.HasKilledMore.ShouldBeFalse();
    }

    private static IPEndPoint Refusing()
    {
        using var listener = new TcpListener(AnyPort);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }

    /// <summary>A watch over some members, to whom it holds a connection each.</summary>
    private sealed class Watching : IAsyncDisposable
    {
        private readonly EndedConnections _ends = new();
        private readonly DeathWatch _watch;

        private Watching(FakeMembers members)
        {
            Members = members;
            _watch = new DeathWatch(_ends, members, TimeProvider.System, NullLogger<DeathWatch>.Instance);
        }

        public FakeMembers Members { get; }

        public static async Task<Watching> BeginAsync(params (IPEndPoint Endpoint, SiloStatus Status)[] known)
        {
            var watching = new Watching(new FakeMembers(known));
            await watching._watch.StartAsync(Cancel);
            return watching;
        }

        public async Task EndAsync(IPEndPoint peer)
        {
            using var connected = new CancellationTokenSource();
            await using var connection = new DefaultConnectionContext
            {
                RemoteEndPoint = peer,
                ConnectionClosed = connected.Token,
            };
            await _ends.Watch(_ => Task.CompletedTask)(connection);
            await connected.CancelAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await _watch.StopAsync(CancellationToken.None);
            _watch.Dispose();
        }
    }

    private sealed class FakeMembers((IPEndPoint Endpoint, SiloStatus Status)[] known) : IClusterMembershipService
    {
        private readonly Channel<SiloAddress> _killed = Channel.CreateUnbounded<SiloAddress>();

        private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private bool _failsNext;

        public bool HasKilledMore => _killed.Reader.TryPeek(out _);

        public ClusterMembershipSnapshot CurrentSnapshot { get; } =
            new(
                known
                    .Select(m => (Silo: SiloAddress.New(m.Endpoint, 1), m.Status))
                    .ToImmutableDictionary(m => m.Silo, m => new ClusterMember(m.Silo, m.Status, "silo")),
                new MembershipVersion(1)
            );

        public IAsyncEnumerable<ClusterMembershipSnapshot> MembershipUpdates => throw new NotSupportedException();

        public ValueTask<SiloAddress> NextKilledAsync(CancellationToken cancellationToken) =>
            _killed.Reader.ReadAsync(cancellationToken);

        public ValueTask Refresh(
            MembershipVersion minimumVersion = default,
            CancellationToken cancellationToken = default
        ) => ValueTask.CompletedTask;

        public void FailNext() => _failsNext = true;

        public Task FailedAsync(CancellationToken cancellationToken) => _failed.Task.WaitAsync(cancellationToken);

        public Task<bool> TryKill(SiloAddress siloAddress)
        {
            if (_failsNext)
            {
                _failsNext = false;
                _failed.SetResult();
                throw new InvalidOperationException("The database is away.");
            }

            return Task.FromResult(_killed.Writer.TryWrite(siloAddress));
        }
    }
}
