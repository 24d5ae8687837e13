namespace CiivSoft.Lever.Tests.Support;

/// <summary>A client on a stub of its own, with short pauses.</summary>
#pragma warning disable CA1515 // The test classes that derive from it must be public.
public abstract class LeverTest : IAsyncLifetime
#pragma warning restore CA1515
{
    private protected const string Secret = "canary-4f1c9e7a";
    private readonly List<LeverClientFactory> _factories = [];

    private protected StubLever Stub { get; private set; } = null!; // xunit calls InitializeAsync first

    private protected TestPermits Permits { get; } = new();

    private protected LogCollector Logs { get; } = new();

    private protected LeverOptions Options { get; } =
        new() { BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromSeconds(2) };

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Stub = await StubLever.StartAsync();

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _factories.ForEach(factory => factory.Dispose());
        Logs.Dispose();
        await Stub.DisposeAsync();
    }

    private protected ILeverClient Client() => Client(Stub.BaseUri);

    private protected ILeverClient Client(Uri baseUri, ILeverPermits? permits = null)
    {
        var factory = new LeverClientFactory(
            Microsoft.Extensions.Options.Options.Create(Options),
            TimeProvider.System,
            new Random(7),
            Logs
        );
        _factories.Add(factory);
        return factory.Create(
            new LeverConnection(baseUri, new LeverApiKey(Secret), "service-user"),
            permits ?? Permits
        );
    }

    private protected static async Task<List<LeverPage<T>>> CollectAsync<T>(IAsyncEnumerable<LeverPage<T>> pages)
    {
        var collected = new List<LeverPage<T>>();
        await foreach (var page in pages)
        {
            collected.Add(page);
        }

        return collected;
    }
}
