namespace CiivSoft.Storage.Databases;

/// <summary>The trace that a row is written in. Ambient, so that no caller has to hand through what most never have.</summary>
internal static class CurrentTrace
{
    /// <summary>The current activity as a W3C <c>traceparent</c>; null when nobody traces.</summary>
    public static string? Parent =>
        System.Diagnostics.Activity.Current is { IdFormat: System.Diagnostics.ActivityIdFormat.W3C, Id: { } id }
            ? id
            : null;
}
