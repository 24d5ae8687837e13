using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage.Accounts;
using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Databases;
using CiivSoft.Storage.Decisions;
using CiivSoft.Storage.Effects;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Resumes;
using CiivSoft.Storage.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CiivSoft.Storage.Tests.Databases;

/// <summary>One prepared database in a folder of its own, with all stores; each test takes an account of its own.</summary>
public abstract class StorageHost : IAsyncLifetime
{
    private ServiceProvider? _services;
    private int _accounts;

    public virtual string? SkipReason => null;

    public string Folder { get; } =
        Path.Combine(
            Path.GetTempPath(),
            $"ciivsoft-storage-{Environment.ProcessId}-{Interlocked.Increment(ref Folders)}"
        );

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public StorageOptions Options { get; private set; } = new();

    public IAccountStore Accounts => Get<IAccountStore>();

    public IMirrorStore Mirror => Get<IMirrorStore>();

    public IWorkStore Work => Get<IWorkStore>();

    public IResumeStore Resumes => Get<IResumeStore>();

    public IDecisionStore Decisions => Get<IDecisionStore>();

    public IEffectStore Effects => Get<IEffectStore>();

    public IActivityStore Activity => Get<IActivityStore>();

    private static int Folders;

    public T Get<T>()
        where T : notnull =>
        (_services ?? throw new InvalidOperationException("The host was not initialized.")).GetRequiredService<T>();

    internal Database Database => Get<Database>();

    public async ValueTask InitializeAsync()
    {
        if (SkipReason is null)
        {
            Options = await CreateOptionsAsync();
            _services = Build(Options);
            await Get<StorageStartup>().PrepareAsync(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>A second set of stores on the same database, as another process would have.</summary>
    public ServiceProvider Build(StorageOptions options) =>
        new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddCiivSoftStorage(options).BuildServiceProvider();

    /// <summary>Connects a fresh account and takes its first epoch, 1.</summary>
    public async Task<AccountKey> ConnectAsync()
    {
        var account = new AccountKey($"acme-{Interlocked.Increment(ref _accounts)}");
        await Accounts.SaveAsync(
            account,
            new Uri("http://127.0.0.1:1/v1"),
            "service-user",
            "api-key",
            Clock.GetUtcNow(),
            CancellationToken.None
        );
        await Accounts.TakeEpochAsync(account, CancellationToken.None);
        return account;
    }

    protected abstract Task<StorageOptions> CreateOptionsAsync();
}

public sealed class SqliteHost : StorageHost
{
    protected override Task<StorageOptions> CreateOptionsAsync() =>
        Task.FromResult(new StorageOptions { DataFolder = Folder });
}

public sealed class PostgresHost(PostgresServer server) : StorageHost
{
    public override string? SkipReason => server.SkipReason;

    protected override async Task<StorageOptions> CreateOptionsAsync() =>
        new() { DataFolder = Folder, Postgres = await server.CreateDatabaseAsync() };
}

/// <summary>A test class that runs on either database.</summary>
public abstract class StorageTests : IAsyncLifetime
{
    protected StorageTests(StorageHost host) => Host = host;

    protected StorageHost Host { get; }

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected DateTimeOffset Now => Host.Clock.GetUtcNow();

    public ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Host.SkipReason is not null, Host.SkipReason ?? "");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
