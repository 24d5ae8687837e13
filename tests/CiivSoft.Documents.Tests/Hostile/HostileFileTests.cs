namespace CiivSoft.Documents.Tests.Hostile;

public sealed class HostileFileTests(WorkerPool pool) : IClassFixture<WorkerPool>
{
    private static readonly Dictionary<string, HostileCase> Cases = HostilePdfs
        .All()
        .Concat(HostileOffice.All())
        .Concat(HostileTexts.All())
        .ToDictionary(entry => entry.Name, entry => entry.Case);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_file_gets_the_right_verdict(string name)
    {
        var hostile = Cases[name];

        var reading = await pool.Reader.ReadAsync(
            hostile.Content(),
            hostile.FileName,
            TestContext.Current.CancellationToken
        );

        hostile.Verdicts.ShouldContain(
            reading.Verdict,
            $"{reading.Describe()} {reading.Reason} {string.Join(", ", reading.Warnings)}"
        );
        (reading.Text.Length > 0).ShouldBe(reading.IsParsed);
        (reading.Reason is null).ShouldBe(reading.IsParsed);
        reading.Text.ShouldContain(hostile.Contains ?? "");
        reading.Reason.OrEmpty().ShouldContain(hostile.Reason ?? "");
        reading.NeedsPassword.ShouldBe(hostile.Reason == "password");
        if (hostile.Lacks is not null)
        {
            reading.ToString().ShouldNotContain(hostile.Lacks);
            reading.Text.ShouldNotContain(hostile.Lacks);
        }

        if (hostile.Warns is { } kind)
        {
            reading.Warnings.Select(warning => warning.Kind).ShouldContain(kind);
        }
    }

    [Fact]
    public void There_are_more_than_sixty_hostile_files() => Cases.Count.ShouldBeGreaterThan(60);
}

internal static class Texts
{
    public static string OrEmpty(this string? text) => text ?? "";
}
