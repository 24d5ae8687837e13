namespace CiivSoft.Dashboard;

/// <summary>What a health check is asked for.</summary>
public static class HealthTags
{
    /// <summary>Asked by <c>/health/ready</c>: whether this process can do its work now.</summary>
    public const string Ready = "ready";
}
