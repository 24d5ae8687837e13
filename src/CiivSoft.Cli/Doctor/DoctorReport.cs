namespace CiivSoft.Cli.Doctor;

/// <summary>What the doctor found.</summary>
/// <param name="IsHealthy">Whether no check found a problem.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Checks">Every check.</param>
internal sealed record DoctorReport(bool IsHealthy, double Seconds, IReadOnlyList<CheckResult> Checks);

/// <summary>What one check found.</summary>
/// <param name="Check">Its name; <c>docs/how-to/doctor.md</c> has a line on each.</param>
/// <param name="Title">What is so when it is fine.</param>
/// <param name="Outcome">The worst of its complaints; hints leave it fine.</param>
/// <param name="Complaints">What is wrong, each with its cause and what to do.</param>
internal sealed record CheckResult(
    string Check,
    string Title,
    CheckOutcome Outcome,
    IReadOnlyList<Complaint> Complaints
);

/// <summary>How a check ended.</summary>
internal enum CheckOutcome
{
    /// <summary>Nothing is wrong.</summary>
    Fine = 0,

    /// <summary>It works, and may not for long, or not as meant.</summary>
    Warning = 1,

    /// <summary>Something does not work.</summary>
    Problem = 2,

    /// <summary>There is nothing to look at: PostgreSQL's checks on SQLite, the accounts of a silo that does not answer.</summary>
    NotApplicable = 3,
}
