using CiivSoft.Abstractions.Accounts;
using CiivSoft.Grains.Telemetry;
using CiivSoft.Lever;
using CiivSoft.Lever.Rates;

namespace CiivSoft.Grains.Accounts;

/// <summary>
/// The one rate budget of an account's key: for the account's own calls, and for those of other grains that ask through it.
/// Locked, because the client asks again for its retries outside the activation's scheduler.
/// </summary>
internal sealed class AccountPermits(RateBudget budget, TimeProvider time, GrainMetrics metrics) : ILeverPermits
{
    // The last ten answers or so make the average.
    private const double ShareOfLast = 0.1;

    private readonly Lock _gate = new();
    private RateBudget _budget = budget;
    private long _granted;
    private TimeSpan? _answersTake;

    /// <summary>Calls granted so far.</summary>
    public long Granted => Interlocked.Read(ref _granted);

    /// <summary>The rate now; less than permitted after a 429.</summary>
    public double PermitsPerSecond
    {
        get
        {
            lock (_gate)
            {
                return _budget.PermitsPerSecond;
            }
        }
    }

    /// <summary>Calls that were told to ask again.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _budget.Waiting;
            }
        }
    }

    /// <summary>Calls that could be made at once and that nobody asks for.</summary>
    public int Unused
    {
        get
        {
            lock (_gate)
            {
                return _budget.Unused;
            }
        }
    }

    /// <summary>How long Lever took to answer the account lately, on average; null before the first answer.</summary>
    public TimeSpan? AnswersTake
    {
        get
        {
            lock (_gate)
            {
                return _answersTake;
            }
        }
    }

    /// <summary>From now on permits come from another budget, because the rate was changed.</summary>
    public void Use(RateBudget other)
    {
        lock (_gate)
        {
            _budget = other;
        }
    }

    /// <summary>A permit now, or the time after which to ask again.</summary>
    public PermitAnswer Reserve(LeverPriority priority)
    {
        lock (_gate)
        {
            var reservation = _budget.Reserve(priority);
            if (reservation.IsGranted)
            {
                _granted++;
                metrics.Permitted(priority);
            }

            return new PermitAnswer(reservation.AskAgainAfter, reservation.IsGranted);
        }
    }

    public async ValueTask WaitAsync(LeverPriority priority, CancellationToken cancellationToken)
    {
        while (Reserve(priority) is { Granted: false } answer)
        {
            await Task.Delay(answer.Wait, time, cancellationToken);
        }
    }

    /// <summary>Permits that were taken before it was known that they are not needed.</summary>
    public void Return(int permits)
    {
        lock (_gate)
        {
            _budget.Return(permits);
        }
    }

    public ValueTask ReportTooManyRequestsAsync(TimeSpan? retryAfter, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _budget.OnTooManyRequests(retryAfter);
        }

        return ValueTask.CompletedTask;
    }

    public void ReportAnswered(TimeSpan took)
    {
        lock (_gate)
        {
            _answersTake = _answersTake is { } known ? known + ((took - known) * ShareOfLast) : took;
        }
    }
}
