using System.Collections.Immutable;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Abstractions.Keys;
using CiivSoft.Storage;
using CiivSoft.Storage.Accounts;
using CiivSoft.Storage.Reading;
using Microsoft.Extensions.Logging;

namespace CiivSoft.Dashboard.Live;

/// <summary>
/// How things stand, read at most once a second however many look: one call to each account and one count of today's
/// decisions, never a call for each row of a page.
/// </summary>
internal sealed partial class LiveBoard(
    IGrainFactory grains,
    IAccountStore accounts,
    DecisionQueries decisions,
    TimeProvider clock,
    ILogger<LiveBoard> logger
) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(0.9);

    // An account that does not answer within this is shown as it was.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly IGrainFactory _grains = grains;
    private readonly DecisionQueries _decisions = decisions;
    private readonly TimeProvider _clock = clock;
    private readonly SiloReader _silos = new(grains);
    private readonly Dictionary<string, Followed> _followed = new(StringComparer.Ordinal);
    private Board? _board;
    private volatile bool _isExpired;

    /// <summary>The board, not older than a second when everything answers.</summary>
    /// <exception cref="StorageException">The database does not answer and never did.</exception>
    public async Task<Board> GetAsync(CancellationToken cancellationToken)
    {
        if (_board is { } known && IsFresh(known))
        {
            return known;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_board is null || !IsFresh(_board))
            {
                _isExpired = false;
                _board = await ReadAsync();
            }

            return _board;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Has the next reading be a fresh one, for example because an account was connected just now.</summary>
    public void Expire() => _isExpired = true;

    public void Dispose() => _gate.Dispose();

    private bool IsFresh(Board board) => !_isExpired && _clock.GetUtcNow() - board.At < Fresh;

    private async Task<Board> ReadAsync()
    {
        var at = _clock.GetUtcNow();
        try
        {
            var names = (await accounts.ListAsync(CancellationToken.None)).Select(a => a.Account).ToList();
            foreach (var gone in _followed.Keys.Except(names.Select(n => n.Name)).ToList())
            {
                _followed.Remove(gone);
            }

            var silos = SilosAsync();
            var boards = await Task.WhenAll(names.Select(FollowedOf).ToList().Select(f => f.ReadAsync(at)));
            var seen = await silos;
            return new Board
            {
                At = at,
                Accounts = [.. boards],
                Silos = seen ?? [],
                Trouble = seen is null ? "No silo answers. What is shown comes from the database." : null,
            };
        }
        catch (StorageException failure) when (_board is not null)
        {
            LogStorage(failure);
            return _board with { Trouble = "The database does not answer. What is shown is from before." };
        }
    }

    private Followed FollowedOf(AccountKey account)
    {
        if (!_followed.TryGetValue(account.Name, out var followed))
        {
            followed = new Followed(this, account);
            _followed.Add(account.Name, followed);
        }

        return followed;
    }

    private async Task<ImmutableArray<SiloLine>?> SilosAsync()
    {
        try
        {
            return await _silos.ReadAsync().WaitAsync(Patience, _clock);
        }
        catch (Exception failure) when (failure is TimeoutException or OrleansException)
        {
            LogSilos(failure);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The silos could not be listed")]
    private partial void LogSilos(Exception failure);

    [LoggerMessage(LogLevel.Warning, "The database does not answer")]
    private partial void LogStorage(Exception failure);

    [LoggerMessage(LogLevel.Warning, "Account {Account} does not answer")]
    private partial void LogAccount(Exception failure, string account);

    /// <summary>What is remembered of an account from one reading to the next.</summary>
    private sealed class Followed(LiveBoard board, AccountKey account)
    {
        private readonly CallMeter _meter = new();
        private readonly DecisionHistory _history = new(board._decisions, account);
        private AccountBoard _last = new()
        {
            Name = account.Name,
            StatusAt = default,
            Answers = false,
        };

        public async Task<AccountBoard> ReadAsync(DateTimeOffset at)
        {
            var days = await _history.ReadAsync(at, CancellationToken.None);
            var status = await AskAsync();
            _last = status is null
                ? _last with
                {
                    Answers = false,
                    Days = days,
                }
                : _last with
                {
                    Answers = true,
                    Status = status,
                    StatusAt = at,
                    CallsPerSecond = _meter.Take(at, status.Calls),
                    Days = days,
                };
            return _last;
        }

        private async Task<AccountStatus?> AskAsync()
        {
            try
            {
                var grain = board._grains.GetGrain<IAccountGrain>(account.ToString());
                return await grain.GetStatusAsync().WaitAsync(Patience, board._clock);
            }
#pragma warning disable CA1031 // Whatever one account fails for must not hide the others.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                board.LogAccount(failure, account.Name);
                return null;
            }
        }
    }
}
