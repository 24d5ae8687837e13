namespace CiivSoft.Storage.Activity;

/// <summary>Kinds of activity that something looks for.</summary>
public static class ActivityKinds
{
    /// <summary>A scan that found changes; <see cref="ActivityRow.At"/> is when it began.</summary>
    public const string Scan = "scan";
}
