namespace CiivSoft.DocumentWorker;

/// <summary>Gives up what reading documents does not need. On Linux: memory beyond the limit, files, network, programs.</summary>
internal static class Sandbox
{
    /// <param name="memoryLimitBytes">Private writable memory, the runtime's included; null for no limit.</param>
    public static void Enter(long? memoryLimitBytes)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        SetLimit(NativeMethods.RlimitCore, 0);
        SetLimit(NativeMethods.RlimitFileSize, 0);
        if (memoryLimitBytes is { } bytes)
        {
            SetLimit(NativeMethods.RlimitData, (nuint)bytes);
        }

        // Old kernels and some containers refuse; the limits above and those of the runtime hold without it.
        _ = SystemCallFilter.Install();
    }

    private static void SetLimit(int resource, nuint value)
    {
        if (NativeMethods.SetLimit(resource, new NativeMethods.Limit(value, value)) != 0)
        {
            throw new InvalidOperationException($"The limit of resource {resource} could not be set.");
        }
    }
}
