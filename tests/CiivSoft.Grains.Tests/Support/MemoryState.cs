using CiivSoft.Grains.Accounts;

namespace CiivSoft.Grains.Tests.Support;

/// <summary>An account's state that nobody stores.</summary>
internal sealed class MemoryState : IPersistentState<AccountState>
{
    public AccountState State { get; set; } = new();

    public string? Etag => null;

    public bool RecordExists => false;

    public Task ClearStateAsync() => Task.CompletedTask;

    public Task WriteStateAsync() => Task.CompletedTask;

    public Task ReadStateAsync() => Task.CompletedTask;
}
