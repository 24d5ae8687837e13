namespace CiivSoft.Lever;

/// <summary>Makes the client of one account. Clients are cheap, share one connection pool and need no disposal.</summary>
public interface ILeverClientFactory
{
    /// <summary>Makes a client that asks <paramref name="permits"/> before every request it sends.</summary>
    ILeverClient Create(LeverConnection connection, ILeverPermits permits);
}
