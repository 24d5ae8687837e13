using Spectre.Console;

namespace CiivSoft.Cli.Terminals;

/// <summary>Progress of long work on standard error: a line now and then, and none of work that is soon done.</summary>
internal sealed class ProgressLine(IAnsiConsole console, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);
    private long _last = clock.GetTimestamp();

    /// <summary>Says how far it is, when the last line is some seconds old.</summary>
    public void Show(string text)
    {
        if (clock.GetElapsedTime(_last) >= Every)
        {
            _last = clock.GetTimestamp();
            console.WriteLine(text);
        }
    }
}
