namespace CiivSoft.DocumentWorker;

internal static class Sandbox
{
    public static void Enter(long? memoryLimitBytes) => _ = memoryLimitBytes;
}
