using System.Globalization;

namespace CiivSoft.Lab.Programs;

/// <summary>Reads Linux' <c>/proc</c>; nothing is known of children elsewhere.</summary>
internal static class ChildProcesses
{
    // Ticks of /proc/PID/stat: Linux gives hundredths of a second to programs whatever its own clock is.
    private const double TicksPerSecond = 100;

    // Places in /proc/PID/stat after the name's closing bracket (man 5 proc).
    private const int Parent = 1;
    private const int UserTicks = 11;
    private const int SystemTicks = 12;
    private const int ChildrensUserTicks = 13;
    private const int ChildrensSystemTicks = 14;

    /// <summary>Processor time of a process's children: those that ended and those that run.</summary>
    public static TimeSpan ProcessorTimeOf(int processId)
    {
        if (!OperatingSystem.IsLinux())
        {
            return TimeSpan.Zero;
        }

        var own = Read($"/proc/{processId}/stat");
        var ticks = own is null ? 0 : Number(own, ChildrensUserTicks) + Number(own, ChildrensSystemTicks);
        foreach (var folder in Directory.EnumerateDirectories("/proc", "*").Where(IsProcess))
        {
            if (Read(folder + "/stat") is { } child && Number(child, Parent) == processId)
            {
                ticks += Number(child, UserTicks) + Number(child, SystemTicks);
            }
        }

        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    /// <summary>Ids of a process's children whose command line has a word in it.</summary>
    public static IReadOnlyList<int> IdsOf(int processId, string word) =>
        [
            .. Directory
                .EnumerateDirectories("/proc", "*")
                .Where(IsProcess)
                .Where(f => Read(f + "/stat") is { } child && Number(child, Parent) == processId && HasWord(f, word))
                .Select(f => int.Parse(Path.GetFileName(f), CultureInfo.InvariantCulture)),
        ];

    private static bool HasWord(string folder, string word)
    {
        try
        {
            return File.ReadAllText(folder + "/cmdline").Contains(word, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static bool IsProcess(string folder) => char.IsAsciiDigit(Path.GetFileName(folder)[0]);

    // Null when the process has just ended.
    private static string[]? Read(string file)
    {
        try
        {
            var text = File.ReadAllText(file);
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long Number(string[] fields, int place) => long.Parse(fields[place], CultureInfo.InvariantCulture);
}
