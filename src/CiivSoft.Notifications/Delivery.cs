namespace CiivSoft.Notifications;

/// <summary>What came of handing a message over.</summary>
public abstract record Delivery
{
    private Delivery() { }

    /// <summary>It was taken.</summary>
    public sealed record Sent : Delivery
    {
        /// <summary>There is only one way to succeed.</summary>
        public static readonly Sent Value = new();
    }

    /// <summary>It was not, or perhaps; the same message is to be sent again later.</summary>
    /// <param name="Reason">Why, without anybody's address: for logs and pages.</param>
    /// <param name="Words">What the other side said, for whoever sets it up; null when it said nothing.</param>
    /// <param name="RetryAfter">When the other side wants to be asked again; null when it did not say.</param>
    public sealed record Failed(string Reason, string? Words = null, TimeSpan? RetryAfter = null) : Delivery;

    /// <summary>The receiver is gone for good (410): nothing more is to be sent there.</summary>
    /// <param name="Reason">In words.</param>
    public sealed record Gone(string Reason) : Delivery;
}
