using CiivSoft.Simulation.Clockwork;
using CiivSoft.Simulation.Lever;
using CiivSoft.Simulation.Silos;
using CiivSoft.Storage;

namespace CiivSoft.Simulation.Worlds;

/// <summary>
/// What goes wrong in a seed. Each kind of fault is there in some seeds and missing in others, so that none hides behind
/// another.
/// </summary>
internal sealed class FaultPlan
{
    // Client time-out and grace period of the product: what Lever commits must be there by then, on any silo's clock.
    private static readonly TimeSpan Certain = TimeSpan.FromSeconds(69);

    private readonly SimulatedWorld _world;
    private readonly Chance _chance;
    private readonly double _loss;
    private readonly double _errors;
    private readonly double _late;
    private readonly double _foreign;
    private readonly double _callLoss;
    private readonly double _storeFailures;
    private readonly double _slowSteps;
    private readonly double _lag;
    private readonly bool _isSlow;
    private readonly double _tokens;
    private readonly TimeSpan _skew;

    private int _crashesLeft;
    private int _crashesBehindLeft;
    private int _nextCrash;
    private int _steps;

    public FaultPlan(SimulatedWorld world)
    {
        _world = world;
        _chance = world.Chance;
        _loss = Sometimes(0.5, 0.15);
        _errors = Sometimes(0.4, 0.15);
        _late = Sometimes(0.4, 0.3);
        _foreign = Sometimes(0.2, 0.05);
        _callLoss = Sometimes(0.3, 0.02);
        _storeFailures = Sometimes(0.2, 0.01);
        _slowSteps = Sometimes(0.3, 0.02);
        _lag = Sometimes(0.4, 0.5);
        _isSlow = _chance.Is(0.2);
        _crashesBehindLeft = _chance.Is(0.3) ? _chance.Between(1, 4) : 0;
        _tokens = Sometimes(0.3, 0.1);
        _skew = _chance.Is(0.4) ? _chance.Seconds(0, 22) : TimeSpan.Zero;
        _crashesLeft = _chance.Is(0.6) ? _chance.Between(1, 5) : 0;
        _nextCrash = _chance.Between(5, 500);
        Strays = _chance.Is(0.35) ? _chance.Between(1, 4) : 0;
        Pauses = _chance.Is(0.25) ? _chance.Between(1, 3) : 0;
        ClockJumps = _skew > TimeSpan.Zero && _chance.Is(0.6) ? _chance.Between(1, 4) : 0;
        Outages = _chance.Is(0.25) ? _chance.Between(1, 3) : 0;
        RightsLost = _chance.Is(0.25) ? _chance.Between(1, 3) : 0;
    }

    /// <summary>Off while accounts connect, and again while all comes to rest.</summary>
    public bool AreOn { get; set; }

    /// <summary>Lever answers nothing.</summary>
    public bool IsOutage { get; set; }

    /// <summary>How often a grain is activated a second time.</summary>
    public int Strays { get; }

    /// <summary>How often a silo stops for a while and then goes on.</summary>
    public int Pauses { get; }

    public int ClockJumps { get; }

    public int Outages { get; }

    public int RightsLost { get; }

    public TimeSpan NewSkew() => _chance.Between(-_skew, _skew);

    public TimeSpan Hop() => _chance.Milliseconds(0, 3);

    public TimeSpan Way() => AreOn && _chance.Is(_slowSteps) ? _chance.Seconds(0.5, 12) : _chance.Milliseconds(5, 90);

    /// <summary>
    /// How late a write is done whose answer never comes: less than the client's time-out and the grace period together, less
    /// what the clocks of two silos differ by.
    /// </summary>
    public TimeSpan Lateness()
    {
        var latest = Certain - (_skew * 2);
        return _isSlow ? _chance.Between(latest - TimeSpan.FromSeconds(15), latest)
            : _chance.Is(0.4) ? _chance.Seconds(1, 25)
            : _chance.Between(TimeSpan.FromSeconds(25), latest);
    }

    public TimeSpan ListLag() => AreOn && _chance.Is(_lag) ? _chance.Seconds(0, 120) : TimeSpan.Zero;

    /// <summary>How long a write cannot be found after it was done: less than the time between two looks.</summary>
    public TimeSpan FindLag() =>
        !AreOn ? TimeSpan.Zero
        : _isSlow && _chance.Is(0.5) ? _chance.Seconds(8, 14)
        : _chance.Is(_lag / 2) ? _chance.Seconds(0, 8)
        : TimeSpan.Zero;

    /// <summary>Whether a silo dies while Lever still has a write of it before itself.</summary>
    public bool CrashesBehindWrite() => AreOn && _crashesBehindLeft > 0 && _chance.Is(0.5) && _crashesBehindLeft-- > 0;

    public bool RefusesOffset() => AreOn && _chance.Is(_tokens);

    public bool RepeatsRow() => AreOn && _chance.Is(_tokens);

    public RequestFate OfRequest(bool isWrite)
    {
        if (!AreOn)
        {
            return RequestFate.Answered;
        }

        if (IsOutage)
        {
            return _chance.Is(0.5) ? RequestFate.NotSent : RequestFate.FailedBefore;
        }

        var scale = isWrite ? 1 : 0.25;
        return _chance.Is(_loss * scale)
                ? _chance.Pick([
                    RequestFate.Lost,
                    RequestFate.NotSent,
                    RequestFate.ConnectionLost,
                    RequestFate.AnswerLost,
                ])
            : _chance.Is(_errors * scale)
                ? _chance.Pick([RequestFate.FailedBefore, RequestFate.FailedAfter, RequestFate.Garbled])
            : isWrite && _chance.Is(_late) ? RequestFate.DoneLate
            : _chance.Is(_foreign) ? RequestFate.Refused
            : RequestFate.Answered;
    }

    public CallFate OfCall(string method) =>
        !AreOn || method == "ConnectAsync" || !_chance.Is(_callLoss)
            ? CallFate.Arrives
            : _chance.Pick([CallFate.Lost, CallFate.AnswerLost, CallFate.Twice]);

    public Task AtStep(SimulatedSilo silo, string label, bool mayFail)
    {
        if (AreOn && ++_steps >= _nextCrash && _crashesLeft > 0)
        {
            _crashesLeft--;
            _nextCrash = _steps + _chance.Between(1, 400);
            _world.Crash(silo);
            return SimulatedSilo.Never();
        }

        if (AreOn && mayFail && _chance.Is(_storeFailures))
        {
            return Task.FromException(
                new StorageException($"{label} failed.", new TimeoutException(), isTransient: true)
            );
        }

        return AreOn && _chance.Is(_slowSteps) ? silo.WaitAsync(_chance.Seconds(0.1, 8))
            : _chance.Is(0.2) ? silo.WaitAsync(_chance.Milliseconds(0, 4))
            : Task.CompletedTask;
    }

    private double Sometimes(double often, double most) => _chance.Is(often) ? _chance.Random.NextDouble() * most : 0;
}
