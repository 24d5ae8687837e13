namespace CiivSoft.Grains.Notices;

/// <summary>When a message that was not taken is sent again. Pure.</summary>
internal static class NoticePace
{
    /// <summary>A message that nobody took for so long tells nothing new.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(3);

    /// <summary>How long settled messages are kept.</summary>
    public static readonly TimeSpan KeepFor = TimeSpan.FromDays(30);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Doubles from 30 seconds to an hour; longer where the other side asks for it, up to the time of giving up.</summary>
    public static TimeSpan After(int attempts, TimeSpan? asked)
    {
        var pause = First * Math.Pow(2, Math.Min(attempts, 10));
        pause = pause < Longest ? pause : Longest;
        return asked > pause ? (asked.Value < GiveUpAfter ? asked.Value : GiveUpAfter) : pause;
    }
}
