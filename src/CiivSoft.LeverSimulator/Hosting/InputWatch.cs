namespace CiivSoft.LeverSimulator.Hosting;

/// <summary>Notices that standard input has ended, and with it the program that started this one.</summary>
internal static class InputWatch
{
    /// <summary>Stops the application then. Not to be awaited: a pending read of standard input cannot be cancelled.</summary>
    public static async Task StopAtEndAsync(IHostApplicationLifetime lifetime)
    {
        await using var input = Console.OpenStandardInput();
        var ignored = new byte[256];
        while (await input.ReadAsync(ignored) > 0)
        {
            // Nothing is said there; only the end matters.
        }

        lifetime.StopApplication();
    }
}
