using System.Globalization;
using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Explanations;
using CiivSoft.Cli.Terminals;
using Spectre.Console;

namespace CiivSoft.Cli.Demo;

/// <summary>What the demo shows: progress on standard error, results on standard output.</summary>
internal sealed class DemoScreen(Terminal terminal, bool isQuiet, TimeProvider clock)
{
    private const int RowsOfTable = 8;

    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(3);
    private readonly long _started = clock.GetTimestamp();
    private long _lastLine;
    private string _lastText = "";

    public TimeSpan Elapsed => clock.GetElapsedTime(_started);

    public void Step(string text) => terminal.Error.WriteLine($"{Elapsed.TotalSeconds, 5:F1} s  {text}");

    public void Connected(Preflight preflight) =>
        Step(
            $"Account '{DemoRun.Account}' is connected, live: {preflight.Rights.Count(r => r.State == RightState.Present)} rights checked by asking Lever"
        );

    /// <summary>Shows how an account is getting on: one line that changes on a terminal, a line now and then in a pipe.</summary>
    public Task ShowProgressAsync(string what, Func<Action<AccountStatus>, Task> work) =>
        terminal.Error.Profile.Capabilities.Interactive
            ? terminal
                .Error.Status()
                .StartAsync(what, context => work(status => context.Status(Markup.Escape(Describe(what, status)))))
            : work(status => WriteProgress(Describe(what, status)));

    private void WriteProgress(string text)
    {
        var isDue = _lastText.Length == 0 || clock.GetElapsedTime(_lastLine) >= LineEvery;
        if (isDue && text != _lastText)
        {
            _lastLine = clock.GetTimestamp();
            _lastText = text;
            Step(text);
        }
    }

    private static string Describe(string what, AccountStatus status)
    {
        var done = status.Effects.GetValueOrDefault("done");
        var waiting = status.Backlog.NewApplications + status.Backlog.NewPostings + status.Backlog.People;
        return $"{what}: {status.Known.ReadablePeople} of {status.Known.People} people read, {waiting} waiting, {done} changes made in Lever";
    }

    public void Arriving(int postings, int applications) =>
        Step(
            postings > 0
                ? $"A new posting opens and {applications} people apply; a scan is asked for"
                : $"{applications} people apply; a scan is asked for"
        );

    /// <summary>What was done since the last call, a line each.</summary>
    public void News(IReadOnlyList<DemoLine> lines)
    {
        if (isQuiet)
        {
            return;
        }

        foreach (var line in lines)
        {
            terminal.Out.MarkupLineInterpolated(
                CultureInfo.InvariantCulture,
                $"[bold]{Wording.Name(line.Solution)}[/]  {Tell(line)}"
            );
        }
    }

    public void Table(IReadOnlyList<DemoLine> lines)
    {
        Section("ARKiiVE searched everybody in the account for postings that are open", Leads(lines, Solution.Arkiive));
        Section(
            "FiiLTER compared new applications with the posting applied for",
            [.. lines.Where(l => l is { Solution: Solution.Fiilter, Verdict: "match" })]
        );
        Section(
            "FiiLTER left these in New Applicant; it never rejects",
            [.. lines.Where(l => l.Solution == Solution.Fiilter && l.Verdict != "match")]
        );
        Section("REFiiNE compared those with all other open postings", Leads(lines, Solution.Refiine));
    }

    public void Summary(DemoCounts counts, DemoLinks links)
    {
        var console = terminal.Out;
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"[bold]{Counted.Of(counts.Leads, "lead")} by ARKiiVE, {Counted.Of(counts.Screened, "application")} screened by FiiLTER, {counts.Referred} referred by REFiiNE, {Counted.Of(counts.Notes, "note")}[/]"
        );
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"{Counted.Of(counts.NotAdvanced, "application")} not moved on from New Applicant, {counts.Failed} failed ({Elapsed.TotalSeconds:F0} s)"
        );
        console.WriteLine();
        terminal.WriteUnbroken($"Recruiter's view   {links.RecruiterView}");
        terminal.WriteUnbroken(
            "                   Look first: any posting, column CiiVSOFT SCREENED, then a candidate's notes."
        );
        terminal.WriteUnbroken($"Dashboard          {links.Dashboard}");
        terminal.WriteUnbroken(
            "                   The link logs in once; what it opens stays open while the demo runs."
        );
        terminal.WriteUnbroken(
            $"In another window  ciivsoft status {DemoRun.Account} --server {links.Silo} --data {links.Data}"
        );
        console.WriteLine();
    }

    public void Watching()
    {
        terminal.Out.WriteLine("New applications and postings keep arriving. Ctrl+C ends the demo.");
        terminal.Out.WriteLine();
    }

    private static DemoLine[] Leads(IEnumerable<DemoLine> lines, Solution solution) =>
        [.. lines.Where(l => l.Solution == solution && l.Verdict == "lead")];

    private void Section(string title, DemoLine[] lines)
    {
        terminal.Out.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{title}: {lines.Length}[/]");
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("Who").AddColumn("Posting").AddColumn("Why");
        foreach (var line in lines.Take(RowsOfTable))
        {
            var posting = line.AppliedFor is { } applied
                ? $"{line.Posting} (applied for {applied})"
                : line.Posting ?? "";
            var why = line.Reasons.Count > 0 ? string.Join("; ", line.Reasons) : line.Outcome;
            table.AddRow(new Text(line.Who), new Text(posting), new Text(why));
        }

        if (lines.Length > RowsOfTable)
        {
            table.AddRow(new Text($"… and {lines.Length - RowsOfTable} more"), new Text(""), new Text(""));
        }

        terminal.Out.Write(table);
    }

    private static string Tell(DemoLine line)
    {
        var reasons = line.Reasons.Count > 0 ? $" – {string.Join("; ", line.Reasons)}" : "";
        var where = line.Posting is { } posting ? $" [{posting}]" : "";
        return $"{line.Who}: {line.Outcome}{where}{reasons}";
    }
}
