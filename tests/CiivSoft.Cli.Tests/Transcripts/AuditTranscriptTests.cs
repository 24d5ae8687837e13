namespace CiivSoft.Cli.Tests.Transcripts;

/// <summary>What the audits say, word for word, at their smallest size. What they measure has tests of its own.</summary>
public sealed class AuditTranscriptTests : IAsyncLifetime
{
    private const string Declared = """
        opportunity_id,sex,race_ethnicity
        o1,Female,White
        o2,Male,White
        o3,Male,Asian
        nobody,Male,White
        """;

    private Stage _stage = null!; // Set up before each test.

    public async ValueTask InitializeAsync() => _stage = await Stage.OpenAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Theory]
    [InlineData("audit-fairness", "audit fairness --pairs 2")]
    [InlineData("audit-abuse", "audit abuse --files 1 --cases 1")]
    [InlineData("audit-determinism", "audit determinism FOLDER/material --pairs 2")]
    public async Task An_audit(string name, string line)
    {
        await WriteMaterialAsync();

        await BothAsync(name, line);
    }

    [Theory]
    [InlineData("audit-fairness-half", "audit fairness --jobs FOLDER/material/jobs.jsonl")]
    [InlineData("audit-abuse-nothing", "audit abuse FOLDER/empty")]
    [InlineData("audit-determinism-nowhere", "audit determinism FOLDER/nowhere")]
    [InlineData("audit-impact-no-file", "audit impact FOLDER/nowhere.csv")]
    public async Task What_an_audit_cannot_use(string name, string line)
    {
        Directory.CreateDirectory(Path.Combine(_stage.Folder, "empty"));

        await _stage.RecordAsync(name, line);
    }

    [Fact]
    public async Task Impact()
    {
        _stage.WithAccount().Silo.Answers("GET accounts/acme/decisions", Decisions);
        await _stage.WriteAsync("declared.csv", Declared);
        await _stage.WriteAsync("wrong.csv", "name,age\nx,40");

        await BothAsync("audit-impact", "audit impact FOLDER/declared.csv --account acme");
        await _stage.RecordAsync("audit-impact-columns", "audit impact FOLDER/wrong.csv --account acme");
    }

    private static string Decisions =>
        $"[{string.Join(',', new[] { ("o1", "match", "0.9"), ("o2", "no-match", "0.2"), ("o3", "match", "0.7"), ("o4", "match", "0.8") }.Select((d, i) =>
            $$"""{"decisionId":"d{{i}}","solution":"Fiilter","contactId":"c{{i}}","opportunityId":"{{d.Item1}}","postingId":"p1","verdict":"{{d.Item2}}","score":{{d.Item3}},"cut":0.53,"modelVersion":"model-1","policyVersion":"policy-1","isShadow":false,"decidedAt":"2026-11-23T21:0{{i}}:00+00:00","evidence":null,"effects":[]}"""
        ))}]";

    private async Task WriteMaterialAsync()
    {
        Directory.CreateDirectory(Path.Combine(_stage.Folder, "material"));
        await _stage.WriteAsync(
            "material/jobs.jsonl",
            """{"job_id":"j1","title":"Pharmacist","text":"We look for a registered pharmacist for our hospital."}"""
        );
        await _stage.WriteAsync(
            "material/resumes.jsonl",
            $"{Resume("r1", "hospitals")}\n{Resume("r2", "chemists' shops")}"
        );
    }

    private static string Resume(string id, string where) =>
        $$"""{"resume_id":"{{id}}","text":"{{string.Join(' ', Enumerable.Repeat($"Registered pharmacist with seven years of work in {where}, who checks prescriptions.", 6))}}"}""";

    private async Task BothAsync(string name, string line)
    {
        await _stage.RecordAsync(name, line);
        await _stage.RecordAsync($"{name}.json", $"{line} --json");
    }
}
