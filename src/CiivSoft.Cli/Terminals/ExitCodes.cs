namespace CiivSoft.Cli.Terminals;

/// <summary>What the program ends with; documented in <c>docs/reference/cli.md</c>.</summary>
internal static class ExitCodes
{
    /// <summary>The job was done.</summary>
    public const int Done = 0;

    /// <summary>The command line is wrong, or the job was not done.</summary>
    public const int NotDone = 1;

    /// <summary>A program or file that is needed is missing or does not work.</summary>
    public const int Broken = 2;

    /// <summary>No silo answers.</summary>
    public const int Unreachable = 3;

    /// <summary>The token is missing or not the silo's.</summary>
    public const int NoAccess = 4;

    /// <summary>No such account, posting or opportunity.</summary>
    public const int NotFound = 5;

    /// <summary>The silo or Lever refused what was asked.</summary>
    public const int Refused = 6;

    /// <summary>It did not come to an end within the time limit.</summary>
    public const int TimedOut = 7;

    /// <summary>Stopped by Ctrl+C, as shells count it.</summary>
    public const int Interrupted = 130;

    /// <summary>A few words on each, for help.</summary>
    public static string Meaning(int code) =>
        code switch
        {
            Done => "done",
            NotDone => "wrong command line, or not done",
            Broken => "a program or file is missing or does not work",
            Unreachable => "no silo answers",
            NoAccess => "no token, or a wrong one",
            NotFound => "no such thing",
            Refused => "refused by the silo or by Lever",
            TimedOut => "not finished within the time limit",
            Interrupted => "stopped by Ctrl+C",
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "This exit code has no meaning yet."),
        };
}
