using CiivSoft.Dashboard.Live;

namespace CiivSoft.Dashboard.Views;

/// <summary>How all that a user sees is going, in a line.</summary>
/// <param name="Tone"><c>warn</c>, <c>bad</c> or empty.</param>
/// <param name="Headline">The sentence to read first.</param>
/// <param name="Detail">What it rests on.</param>
public sealed record BoardHealth(string Tone, string Headline, string Detail)
{
    internal static BoardHealth Of(Board board)
    {
        var silent = board.Accounts.Count(a => !a.Answers);
        var needs = board.Accounts.Sum(a => a.Status is { } status ? Findings.Of(status).Count : 0);
        var active = board.Silos.Count(s => s.Status == "Active");
        var (tone, headline) =
            active == 0 ? ("bad", "No silo answers")
            : silent > 0 ? ("bad", $"{Count(silent, "account")} {(silent == 1 ? "does" : "do")} not answer")
            : needs > 0 ? ("warn", $"{Count(needs, "thing")} {(needs == 1 ? "needs" : "need")} a person")
            : ("", "All is well");
        return new BoardHealth(tone, headline, Facts(board, active));
    }

    private static string Facts(Board board, int active)
    {
        var waiting = board.Accounts.Sum(a =>
            a.Status is { Backlog: var b } ? b.NewApplications + b.NewPostings + b.People : 0
        );
        var silos =
            active == board.Silos.Length
                ? $"{Count(active, "silo")} active"
                : $"{active} of {Count(board.Silos.Length, "silo")} active";
        return $"{silos} · {Count(board.Accounts.Length, "account")} · "
            + (waiting == 0 ? "nothing waits" : $"{Words.Number(waiting)} waiting");
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
