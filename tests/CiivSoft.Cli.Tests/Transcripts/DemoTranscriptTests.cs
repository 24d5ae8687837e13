using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Demo;
using CiivSoft.Cli.Terminals;
using Microsoft.Extensions.Time.Testing;

namespace CiivSoft.Cli.Tests.Transcripts;

/// <summary>
/// What the demo says, word for word, of a world that stands still. The living one starts three processes; a system test runs it.
/// </summary>
public sealed class DemoTranscriptTests
{
    private static readonly DemoLine Lead = new(
        Solution.Arkiive,
        "Nina Example",
        "Registered Nurse",
        null,
        "lead",
        "lead of the posting",
        ["meets “three years on a ward”", "holds the licence asked for"],
        "CiiVSOFT ARKiiVE\nRef CVS-1",
        "o1"
    );

    private static readonly DemoLine Screened = new(
        Solution.Fiilter,
        "Paul Sample",
        "Pharmacist",
        null,
        "match",
        "moved to CiiVSOFT SCREENED",
        ["meets “registered pharmacist”"],
        "CiiVSOFT FiiLTER\nRef CVS-2",
        "o2"
    );

    private static readonly DemoLine NotAdvanced = new(
        Solution.Fiilter,
        "Rita [Test]",
        "Pharmacist",
        null,
        "no-match",
        "stays in New Applicant",
        [],
        null,
        "o3"
    );

    private static readonly DemoLine Referred = new(
        Solution.Refiine,
        "Rita [Test]",
        "Data Engineer",
        "Pharmacist",
        "lead",
        "lead of another posting",
        ["meets “Python and SQL”"],
        "CiiVSOFT REFiiNE\nRef CVS-3",
        "o4"
    );

    private static readonly IReadOnlyList<DemoLine> Lines = [Lead, Screened, NotAdvanced, Referred];

    private static readonly DemoCounts Counts = new(1, 1, 1, 1, 3, 0, 0);

    private static readonly DemoLinks Links = new(
        new Uri("http://127.0.0.1:8081/_sim/"),
        new Uri("http://127.0.0.1:8080/login?token=TOKEN"),
        new Uri("http://127.0.0.1:8080/orleans/"),
        new Uri("http://127.0.0.1:8080/"),
        new Uri("http://127.0.0.1:8081/v1/"),
        "FOLDER"
    );

    [Fact]
    public void To_people()
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var clock = new FakeTimeProvider();
        var screen = new DemoScreen(new Terminal(output, error), isQuiet: false, clock);

        screen.Step("Starting the Lever simulator and a silo");
        clock.Advance(TimeSpan.FromSeconds(7.25));
        screen.Step("Both are ready");
        screen.Connected(new Preflight(true, [new RightCheck("List all users", RightState.Present, "the scans")], []));
        screen.Table(Lines);
        screen.Arriving(postings: 1, applications: 3);
        clock.Advance(TimeSpan.FromSeconds(40));
        screen.News(Lines);
        screen.Summary(Counts, Links);
        screen.Watching();

        Approve("demo", $"--- output\n{Trimmed(output)}--- error\n{Trimmed(error)}");
    }

    [Fact]
    public void As_json()
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };

        new Terminal(output, error).WriteJson(
            new DemoReport(
                true,
                47.3,
                212,
                9,
                Counts,
                Counts,
                new ArrivedCounts(1, 3, 1, 3),
                Links,
                DemoReport.Tell(Lines)
            )
        );

        Approve("demo.json", output.ToString());
    }

    private static string Trimmed(StringWriter text) =>
        string.Join('\n', text.ToString().Split('\n').Select(line => line.TrimEnd()));

    private static void Approve(string name, string transcript) =>
        transcript.ShouldMatchApproved(config =>
            config
                .NoDiff()
                .SubFolder("Approved")
                .WithFilenameGenerator((_, _, type, extension) => $"{name}.{type}.{extension}")
        );
}
