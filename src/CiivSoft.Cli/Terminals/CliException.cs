namespace CiivSoft.Cli.Terminals;

/// <summary>Something that was to be expected and ends the command: a sentence for the person, and what to do.</summary>
internal sealed class CliException(int exitCode, string message, string? remedy = null) : Exception(message)
{
    /// <summary>What the program ends with.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>What to do; null when the sentence says it all.</summary>
    public string? Remedy { get; } = remedy;
}
