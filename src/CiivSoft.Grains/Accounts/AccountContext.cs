using CiivSoft.Abstractions.Keys;
using CiivSoft.Grains.Effects;

namespace CiivSoft.Grains.Accounts;

/// <summary>
/// What the parts of an account's activation share. All of it runs on the activation's scheduler, one turn at a time;
/// only writing the state is put in line, because two writes under way would meet the same etag.
/// </summary>
internal sealed class AccountContext(
    AccountKey key,
    IPersistentState<AccountState> storage,
    TimeProvider clock,
    EffectTimes times
)
{
    private readonly Queue<TaskCompletionSource> _writers = new();
    private AccountState? _saved;
    private bool _isCleared;

    public AccountKey Key { get; } = key;

    public TimeProvider Clock { get; } = clock;

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>How long a write may be in doubt.</summary>
    public EffectTimes Times { get; } = times;

    /// <summary>How many effects are in hand at once, at the rate that is permitted and as quickly as Lever answers.</summary>
    public EffectPace Pace => EffectPace.For(State.Settings.CallsPerSecond, Connection?.Permits.AnswersTake);

    /// <summary>Null until the account is connected.</summary>
    public AccountConnection? Connection { get; set; }

    public AccountState State => storage.State;

    /// <summary>Whether a write failed that nothing made up for: after the next crash the state would be an older one.</summary>
    public bool IsUnsaved { get; private set; }

    /// <summary>The state as it was loaded or handed to the storage last.</summary>
    public AccountState Saved => _saved ?? storage.State;

    /// <summary>Applies a change and saves it; a change that returns the same object costs nothing.</summary>
    public Task UpdateAsync(Func<AccountState, AccountState> change)
    {
        var next = change(storage.State);
        if (_isCleared || ReferenceEquals(next, storage.State))
        {
            return Task.CompletedTask;
        }

        storage.State = next;
        return SaveAsync();
    }

    /// <summary>Saves the state with all that was only remembered.</summary>
    public Task SaveAsync()
    {
        if (_isCleared)
        {
            return Task.CompletedTask;
        }

        _saved = storage.State;
        return InTurnAsync(WriteAsync);
    }

    /// <summary>
    /// Applies a change in memory alone; the next save carries it. For what a crash may lose because it is found again.
    /// </summary>
    public void Remember(Func<AccountState, AccountState> change)
    {
        if (!_isCleared)
        {
            _saved ??= storage.State;
            storage.State = change(storage.State);
        }
    }

    /// <summary>Reads the state again, after somebody else may have written it.</summary>
    public async Task ReloadAsync()
    {
        await InTurnAsync(storage.ReadStateAsync);
        _saved = null;
        IsUnsaved = false;
    }

    /// <summary>Forgets the stored state for good: what still runs in this activation cannot bring it back.</summary>
    public Task ClearAsync()
    {
        _isCleared = true;
        return InTurnAsync(storage.ClearStateAsync);
    }

    private async Task WriteAsync()
    {
        try
        {
            await storage.WriteStateAsync();
            IsUnsaved = false;
        }
        catch
        {
            IsUnsaved = true;
            throw;
        }
    }

    // First come, first served; a failed write is reported to whoever began it, and the next one is still tried.
    private async Task InTurnAsync(Func<Task> write)
    {
        // Without RunContinuationsAsynchronously: the next writer goes on in this activation's turn, never beside it.
        var turn = new TaskCompletionSource();
        _writers.Enqueue(turn);
        if (_writers.Count > 1)
        {
            await turn.Task;
        }

        try
        {
            await write();
        }
        finally
        {
            _writers.Dequeue();
            if (_writers.TryPeek(out var next))
            {
                next.SetResult();
            }
        }
    }
}
