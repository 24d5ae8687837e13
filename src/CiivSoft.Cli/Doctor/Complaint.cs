namespace CiivSoft.Cli.Doctor;

/// <summary>Something that is not as it should be.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Cause">What is wrong, with what was seen.</param>
/// <param name="Fix">What to do.</param>
/// <param name="Account">The account that it is about; null for the installation.</param>
internal sealed record Complaint(Severity Severity, string Cause, string Fix, string? Account = null)
{
    public static Complaint Problem(string cause, string fix, string? account = null) =>
        new(Severity.Problem, cause, fix, account);

    public static Complaint Warning(string cause, string fix, string? account = null) =>
        new(Severity.Warning, cause, fix, account);

    public static Complaint Hint(string cause, string fix, string? account = null) =>
        new(Severity.Hint, cause, fix, account);
}

/// <summary>How bad a complaint is.</summary>
internal enum Severity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Hint = 0,

    /// <summary>It works, and may not for long, or not as meant.</summary>
    Warning = 1,

    /// <summary>Something does not work.</summary>
    Problem = 2,
}
