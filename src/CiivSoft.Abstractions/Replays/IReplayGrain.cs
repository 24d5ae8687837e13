namespace CiivSoft.Abstractions.Replays;

/// <summary>
/// Compares what FiiLTER says of past applications with what recruiters did with them. Reads only: nothing is decided or written.
/// Keyed by <see cref="Keys.AccountKey"/>.
/// </summary>
[GrainInterfaceType("replay")]
[Alias("ciivsoft.IReplayGrain")]
public interface IReplayGrain : IGrainWithStringKey
{
    /// <summary>The next applications after an opportunity's id; null begins at the first.</summary>
    [Alias("ReadPageAsync")]
    [ResponseTimeout("00:02:00")]
    Task<ReplayPage> ReadPageAsync(string? after, CancellationToken cancellationToken);
}
