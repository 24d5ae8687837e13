using System.Globalization;

namespace CiivSoft.Lab.Rate;

/// <summary>How the rate was used while a backlog lasted.</summary>
/// <param name="Plan">What was asked for.</param>
/// <param name="Calls">Our calls, those refused with 429 too.</param>
/// <param name="Refused">Our calls that were answered 429.</param>
/// <param name="Seconds">From our first call to the last.</param>
/// <param name="ForeignPerSecond">Calls a second of the other client that were let through.</param>
/// <param name="NewApplications">Seconds until applications were decided that arrived while the backlog lasted.</param>
/// <param name="OtherAccount">The same in another account of the same silos, whose own backlog was done.</param>
internal sealed record RateResult(
    RatePlan Plan,
    int Calls,
    int Refused,
    double Seconds,
    double ForeignPerSecond,
    IReadOnlyList<double> NewApplications,
    IReadOnlyList<double> OtherAccount
)
{
    // A backlog alone: nearly all of what is permitted, and hardly a refusal.
    private const double LeastShare = 0.95;
    private const double MostRefused = 0.001;

    // Beside another client: its calls are what refusals come from.
    private const double LeastShareOfRest = 0.9;

    public double PerSecond => (Calls - Refused) / Seconds;

    public double RefusedShare => (double)Refused / Calls;

    /// <summary>Our share of what the other client left.</summary>
    public double Share => PerSecond / (Plan.Rate - ForeignPerSecond);

    public IReadOnlyList<string> Findings =>
        [
            .. Unless(
                Share >= (Plan.Foreign > 0 ? LeastShareOfRest : LeastShare),
                $"only {Share:P1} of what was left was used"
            ),
            .. Unless(Plan.Foreign > 0 || RefusedShare <= MostRefused, $"{RefusedShare:P2} of the calls were refused"),
        ];

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Plan.Silos} silos, {Calls} calls in {Seconds:F0} s: {PerSecond:F2}/s, {Share:P1} of what was left, {Refused} times 429 ({RefusedShare:P2}); foreign client {ForeignPerSecond:F2}/s; new applications decided after {Times(NewApplications)}; in another account after {Times(OtherAccount)}"
        );

    private static string Times(IReadOnlyList<double> seconds) =>
        seconds.Count == 0
            ? "-"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{seconds.Order().ElementAt(seconds.Count / 2):F1} s (median), {seconds.Max():F1} s (longest)"
            );

    private static IEnumerable<string> Unless(bool holds, FormattableString what) =>
        holds ? [] : [what.ToString(CultureInfo.InvariantCulture)];
}
