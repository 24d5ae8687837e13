using CiivSoft.Cli.Tests.Admin;
using Microsoft.AspNetCore.Http;

namespace CiivSoft.Cli.Tests.Transcripts;

/// <summary>What the commands of an operator's desk say, word for word: rights, shadow, undo, rerun, what is kept of people.</summary>
public sealed class DeskTranscriptTests : IAsyncLifetime
{
    private Stage _stage = null!; // Set up before each test.

    public async ValueTask InitializeAsync()
    {
        _stage = await Stage.OpenAsync();
        _stage
            .WithAccount()
            .Silo.Answers("GET accounts/nobody/status", Samples.Status(connection: "None"))
            .Answers("POST accounts/acme/undo", DeskAnswers.Undo(isAsked: true))
            .Answers("POST accounts/acme/undo/preview", DeskAnswers.Undo(isAsked: false))
            .Answers($"GET accounts/acme/contacts/{DeskAnswers.Contact}", "", StatusCodes.Status204NoContent)
            .Answers(
                "GET accounts/acme/contacts/c9",
                """{"title":"Nothing is kept of a contact 'c9' in account 'acme'.","detail":"'ciivsoft explain OPPORTUNITY' names the contact of an opportunity."}""",
                StatusCodes.Status404NotFound
            )
            .Answers($"POST accounts/acme/contacts/{DeskAnswers.Contact}/erase", "", StatusCodes.Status204NoContent);
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task Preflight()
    {
        _stage
            .Silo.Answers("GET accounts/acme/preflight", DeskAnswers.Preflight)
            .Answers("GET accounts/acme/preflight", DeskAnswers.Preflight)
            .Answers("GET accounts/acme/preflight", DeskAnswers.RefusedKey);

        await BothAsync("preflight", "preflight acme");
        await _stage.RecordAsync("preflight-refused", "preflight acme");
        await _stage.RecordAsync("preflight-nobody", "preflight nobody");
    }

    [Fact]
    public async Task Shadow_report()
    {
        _stage
            .Silo.Answers("GET accounts/acme/shadow-report", DeskAnswers.ShadowReport)
            .Answers("GET accounts/acme/shadow-report", DeskAnswers.ShadowReport)
            .Answers("GET accounts/acme/shadow-report", DeskAnswers.EmptyShadowReport);

        await BothAsync("shadow-report", "shadow-report acme");
        await _stage.RecordAsync("shadow-report-nothing", "shadow-report acme");
        await _stage.RecordAsync("shadow-report-nobody", "shadow-report nobody");
    }

    [Fact]
    public async Task Undo()
    {
        const string Line = $"undo posting {DeskAnswers.Posting} --account acme";
        _stage.Silo.Answers("POST accounts/acme/undo/list", DeskAnswers.Undo(isAsked: true));

        await BothAsync("undo.dry-run", $"{Line} --dry-run");
        await BothAsync("undo", Line);
    }

    [Fact]
    public async Task Undo_of_runs()
    {
        _stage.Silo.Answers("GET accounts/acme/undo/runs", DeskAnswers.UndoRuns);

        await BothAsync("undo-runs", "undo runs --account acme");
    }

    [Fact]
    public async Task Undo_of_nothing_and_of_too_much()
    {
        _stage
            .Silo.Answers("POST accounts/acme/undo/list", DeskAnswers.NothingToUndo)
            .Answers("POST accounts/acme/undo/list", DeskAnswers.TooMuchToUndo);

        await _stage.RecordAsync("undo-nothing", "undo CVS-0123456789ABCDEF --account acme");
        await _stage.RecordAsync("undo-too-much", $"undo posting {DeskAnswers.Posting} --account acme");
        await _stage.RecordAsync("undo-what", "undo all everything --account acme");
    }

    [Fact]
    public async Task Rerun()
    {
        const string Line = $"rerun posting {DeskAnswers.Posting} --account acme";
        foreach (var _ in Enumerable.Range(0, 4))
        {
            _stage.Silo.Answers("POST accounts/acme/rerun", DeskAnswers.Rerun);
        }

        _stage.Silo.Answers("POST accounts/acme/rerun", DeskAnswers.NoRerun);

        await BothAsync("rerun.dry-run", $"{Line} --dry-run");
        await BothAsync("rerun", Line);
        await _stage.RecordAsync("rerun-nothing", "rerun o9 --account acme");
    }

    [Fact]
    public async Task Export()
    {
        const string Kept = """{"type":"account","data":{"account":"acme"}}""" + "\n";
        _stage
            .Silo.Answers("GET accounts/acme/export", Kept)
            .Answers("GET accounts/acme/export", Kept)
            .Answers("GET accounts/acme/export", Kept)
            .Answers("GET accounts/acme/export", "");
        const string OfPerson = $"export acme --output FOLDER/person.jsonl --contact {DeskAnswers.Contact}";

        await BothAsync("export.dry-run", "export acme --output FOLDER/acme.jsonl --dry-run");
        await _stage.RecordAsync("export-person.dry-run", $"{OfPerson} --dry-run");
        await _stage.RecordAsync(
            "export-nobody.dry-run",
            "export acme --output FOLDER/nobody.jsonl --contact c9 --dry-run"
        );
        await _stage.RecordAsync("export", "export acme --output FOLDER/acme.jsonl");
        await _stage.RecordAsync("export.json", "export acme --output FOLDER/acme-2.jsonl --json");
        await _stage.RecordAsync("export-again", "export acme --output FOLDER/acme.jsonl");
        await _stage.RecordAsync("export-person", OfPerson);
        await _stage.RecordAsync("export-nobody", OfPerson.Replace("person", "nobody", StringComparison.Ordinal));

        File.Exists(Path.Combine(_stage.Folder, "nobody.jsonl")).ShouldBeFalse("no empty file is taken for an export");
    }

    [Fact]
    public async Task Erase()
    {
        const string Line = $"erase acme --contact {DeskAnswers.Contact}";
        await BothAsync("erase.dry-run", $"{Line} --dry-run");
        await _stage.RecordAsync("erase-nobody.dry-run", "erase acme --contact c9 --dry-run");
        await _stage.RecordAsync("erase-not-meant", Line);
        await BothAsync("erase", $"{Line} --yes");
        await _stage.RecordAsync("erase-nobody", "erase acme --contact c9 --yes");
    }

    [Fact]
    public async Task Replay()
    {
        var history = DeskAnswers.Replay(advanced: 30, others: 30);
        _stage
            .Silo.Answers("GET accounts/acme/replay", history)
            .Answers("GET accounts/acme/replay", history)
            .Answers("GET accounts/acme/replay", DeskAnswers.Replay(advanced: 3, others: 1));

        await BothAsync("replay", "replay acme --recall 0.8");
        await _stage.RecordAsync("replay-too-small", "replay acme");
        await _stage.RecordAsync("replay-recall", "replay acme --recall 2");
    }

    private async Task BothAsync(string name, string line)
    {
        await _stage.RecordAsync(name, line);
        await _stage.RecordAsync($"{name}.json", $"{line} --json");
    }
}
