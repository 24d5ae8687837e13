namespace CiivSoft.Lever;

/// <summary>A part of a list, or a whole short list.</summary>
public sealed record LeverPage<T>(IReadOnlyList<T> Items)
{
    /// <summary>How many records could not be read (no id, impossible types) and are missing from <see cref="Items"/>.</summary>
    public int Broken { get; init; }

    /// <summary>Whether another page follows.</summary>
    public bool HasNext { get; init; }

    /// <summary>
    /// The list begins again with this page, because Lever did not accept its own paging token any more.
    /// What was seen before comes a second time.
    /// </summary>
    public bool IsRestart { get; init; }

    /// <summary>Before it is concluded that something is not in Lever: what could not be read may be just that.</summary>
    /// <param name="route">The call that it is the answer of.</param>
    /// <exception cref="LeverException">Records are missing from <see cref="Items"/>.</exception>
    public void RequireWhole(LeverRoute route)
    {
        if (Broken > 0)
        {
            throw new LeverException(route, LeverFailure.BrokenRecord);
        }
    }
}
