namespace CiivSoft.Grains.Accounts;

/// <summary>How often an account looks by itself.</summary>
internal sealed record AccountTiming
{
    /// <summary>Time between two looks at what is due. The default is 1 second.</summary>
    public TimeSpan Beat { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Time between two questions to the database who holds the account. The default is 2 seconds: with one beat more, the
    /// loser of two clusters has stopped and says so within five seconds.
    /// </summary>
    public TimeSpan AskWhoHoldsEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Time between two probes of a key that Lever refused. The default is 30 seconds: gentler than the three a minute that are allowed.</summary>
    public TimeSpan ProbeEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time between two looks for what operators are to be told, where they are. The default is 15 seconds.</summary>
    public TimeSpan NotifyEvery { get; init; } = TimeSpan.FromSeconds(15);
}
