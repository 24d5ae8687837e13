namespace CiivSoft.Lever;

/// <summary>The way through a list: where it stands, and that it ends. Tokens are used as they came and never twice.</summary>
internal sealed class PageWalk(LeverRoute route, int maxRestarts)
{
    private readonly HashSet<string> _used = [];
    private int _restarts;
    private bool _isRestart;

    /// <summary>The token of the page to ask for; null for the first.</summary>
    public string? Offset { get; private set; }

    public bool IsOver { get; private set; }

    /// <summary>Only a refused token can be dropped, and not for ever.</summary>
    public bool CanRestart => Offset is not null && _restarts < maxRestarts;

    /// <exception cref="LeverException">The list goes in circles.</exception>
    public void Advance(string? next)
    {
        if (next is not null && !_used.Add(next))
        {
            throw new LeverException(route, LeverFailure.Paging);
        }

        Offset = next;
        IsOver = next is null;
    }

    public void Restart()
    {
        _restarts++;
        _isRestart = true;
        _used.Clear();
        Offset = null;
    }

    /// <summary>Whether the page in hand is the first after a restart; asking answers once.</summary>
    public bool TakeIsRestart()
    {
        var isRestart = _isRestart;
        _isRestart = false;
        return isRestart;
    }
}
