using System.Diagnostics;

namespace CiivSoft.Cli.Doctor;

/// <summary>Makes all checks at once, each with a limit, so that the whole takes no longer than the slowest.</summary>
internal static class Examination
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4.5);

    public static async Task<DoctorReport> MakeAsync(
        IReadOnlyList<Check> checks,
        DoctorOptions options,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var started = Stopwatch.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        var around = new Surroundings(options, clock, limit.Token);
        var results = await Task.WhenAll(checks.Select(check => LookAsync(check, around, limit.Token)));
        cancellationToken.ThrowIfCancellationRequested();
        return new DoctorReport(
            results.All(r => r.Outcome != CheckOutcome.Problem),
            Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 1),
            results
        );
    }

    private static async Task<CheckResult> LookAsync(
        Check check,
        Surroundings around,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<Complaint>? complaints;
        try
        {
            complaints = await check.LookAsync(around, cancellationToken).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            complaints =
            [
                Complaint.Warning(
                    $"This could not be looked at within {Limit.TotalSeconds:0.#} seconds.",
                    "Is the machine very busy? Try again."
                ),
            ];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            complaints = [Complaint.Problem(failure.Message, "Run the doctor as the user that runs the silo.")];
        }

        var outcome =
            complaints is null ? CheckOutcome.NotApplicable
            : complaints.Count == 0 ? CheckOutcome.Fine
            : complaints.Max(c => c.Severity) switch
            {
                Severity.Problem => CheckOutcome.Problem,
                Severity.Warning => CheckOutcome.Warning,
                _ => CheckOutcome.Fine,
            };
        return new CheckResult(check.Id, check.Title, outcome, complaints ?? []);
    }
}
