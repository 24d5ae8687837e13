namespace CiivSoft.Lab.Programs;

/// <summary>Where a process of the lab runs, and from which build.</summary>
internal sealed record LabPlace
{
    /// <summary>This machine's own network, and the build beside this program.</summary>
    public static LabPlace Here { get; } = new();

    /// <summary>Where others reach it. The default is 127.0.0.1.</summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>The network namespace that it lives in; null for the machine's own.</summary>
    public string? Namespace { get; init; }

    /// <summary>Folder with another build of the program; null for the build beside this one.</summary>
    public string? Build { get; init; }

    /// <summary>Variables of its environment, beside its settings.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>What stands before the program's own command line. <c>ip netns exec</c> becomes the program: its id is the program's.</summary>
    public IReadOnlyList<string> Launcher => Namespace is { } name ? ["ip", "netns", "exec", name] : [];

    /// <summary>The program's file.</summary>
    /// <exception cref="FileNotFoundException">It is not built.</exception>
    public string PathOf(string program) =>
        Build is null ? LabProcess.PathOf(program)
        : Path.Combine(Build, program + ".dll") is var path && File.Exists(path) ? path
        : throw new FileNotFoundException($"{program} is not in the build '{Build}'.");
}
