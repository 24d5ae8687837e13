using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CiivSoft.Matching.Tests.Scoring;

/// <summary>Scores the sample pairs in processes of their own, with fewer processor features, and compares bits.</summary>
public sealed class SameScoresEverywhereTests
{
    private const string Output = "CIIVSOFT_SCORES_OUTPUT";

    [Fact]
    public async Task Scores_and_vectors_are_bit_identical_with_AVX512_AVX2_and_scalar_code()
    {
        var full = await ScoresAsync();

        full.Length.ShouldBeGreaterThan(SampleTexts.Postings.Count * SampleTexts.Resumes.Count);
        (await ScoresAsync("EnableAVX512", "EnableAVX512F")).ShouldBe(full);
        (await ScoresAsync("EnableHWIntrinsic")).ShouldBe(full);
    }

    /// <summary>Each silo of a cluster loads an engine of its own; what it was asked before must not matter either.</summary>
    [Fact]
    public void Engines_of_three_silos_agree_on_every_bit_whatever_they_were_asked_before()
    {
        var pairs = SampleTexts
            .Postings.Values.SelectMany(p => SampleTexts.Resumes.Values.Select(r => (p, r)))
            .ToList();
        var random = new Random(3);

        var silos = Enumerable
            .Range(0, 3)
            .Select(_ =>
            {
                var engine = MatchingEngine.LoadDefault();
                var bits = new long[pairs.Count];
                foreach (var i in Enumerable.Range(0, pairs.Count).OrderBy(_ => random.Next()))
                {
                    var ((title, text), resume) = pairs[i];
                    var posting = engine.ReadPosting(new PostingSource(title, text));
                    var profile = engine.ReadResume(new ResumeSource(resume, PersonDetails.None));
                    bits[i] = BitConverter.DoubleToInt64Bits(engine.Score(posting, profile).Value);
                }

                return bits;
            })
            .ToList();

        silos[1].ShouldBe(silos[0]);
        silos[2].ShouldBe(silos[0]);
    }

    [Fact(Explicit = true)]
    public async Task Write_scores()
    {
        var path = Environment.GetEnvironmentVariable(Output);
        Assert.SkipWhen(path is null, $"Runs as a child process that has {Output}.");
        var engine = MatchingEngine.LoadDefault();
        var lines = new List<string>();
        foreach (var text in SampleTexts.Resumes.Values)
        {
            var resume = engine.ReadResume(new ResumeSource(text, PersonDetails.None));
            lines.Add(Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(resume.Vector.Span))));
            foreach (var (title, body) in SampleTexts.Postings.Values)
            {
                var posting = engine.ReadPosting(new PostingSource(title, body));
                var bits = BitConverter.DoubleToInt64Bits(engine.Score(posting, resume).Value);
                lines.Add(bits.ToString("X16", CultureInfo.InvariantCulture));
            }
        }

        await File.WriteAllLinesAsync(path, lines, TestContext.Current.CancellationToken);
    }

    private static async Task<string[]> ScoresAsync(params string[] switchedOff)
    {
        var path = Path.GetTempFileName();
        var name = $"{typeof(SameScoresEverywhereTests).FullName}.{nameof(Write_scores)}";
        var assembly = typeof(SameScoresEverywhereTests).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [assembly, "--filter-method", name, "--explicit", "only"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment[Output] = path;
        foreach (var feature in switchedOff)
        {
            start.Environment[$"DOTNET_{feature}"] = "0";
        }

        using var process = Process.Start(start).ShouldNotBeNull();
        var printed = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, printed);
        var lines = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        File.Delete(path);
        return lines;
    }
}
