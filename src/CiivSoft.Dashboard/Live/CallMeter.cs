namespace CiivSoft.Dashboard.Live;

/// <summary>Calls each second, from a counter that is read now and then. A counter that falls belongs to a new activation.</summary>
internal sealed class CallMeter
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    private readonly Queue<(DateTimeOffset At, long Calls)> _samples = new();

    /// <summary>Takes a reading; the rate over the last half minute, null at first.</summary>
    public double? Take(DateTimeOffset at, long calls)
    {
        if (_samples.Count > 0 && _samples.Last().Calls > calls)
        {
            _samples.Clear();
        }

        _samples.Enqueue((at, calls));
        while (_samples.Count > 2 && at - _samples.Peek().At > Window)
        {
            _samples.Dequeue();
        }

        var first = _samples.Peek();
        var seconds = (at - first.At).TotalSeconds;
        return seconds > 0 ? (calls - first.Calls) / seconds : null;
    }
}
