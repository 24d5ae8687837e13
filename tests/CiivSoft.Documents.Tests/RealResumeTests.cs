using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using CiivSoft.Testing;

namespace CiivSoft.Documents.Tests;

public sealed partial class RealResumeTests(WorkerPool pool) : IClassFixture<WorkerPool>
{
    [Fact]
    public async Task Real_resumes_are_read_nearly_word_for_word_and_in_order()
    {
        var folder = SharedData.Find("resumes-files");
        Assert.SkipWhen(folder is null, SharedData.Missing);
        var scores = await Task.WhenAll(References(folder).Select(reference => ScoreAsync(folder, reference)));

        scores.Length.ShouldBe(59);
        scores.Average(score => score.Recall).ShouldBeGreaterThanOrEqualTo(0.99);
        scores.Average(score => score.Precision).ShouldBeGreaterThanOrEqualTo(0.99);
        scores.Average(score => score.Order).ShouldBeGreaterThanOrEqualTo(0.98);
        scores.ShouldAllBe(score => score.Recall >= 0.95);
        scores.ShouldAllBe(score => score.HiddenCharacters == 0);
    }

    private static IEnumerable<Reference> References(string folder)
    {
        using var file = File.OpenRead(Path.Combine(folder, "reference.jsonl.gz"));
        using var lines = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            yield return new Reference(Field(json, "file"), Field(json, "text"));
        }
    }

    private static string Field(JsonDocument json, string name) =>
        json.RootElement.GetProperty(name).GetString() ?? throw new InvalidDataException($"There is no {name}.");

    private async Task<Score> ScoreAsync(string folder, Reference reference)
    {
        var cancel = TestContext.Current.CancellationToken;
        var content = await File.ReadAllBytesAsync(Path.Combine(folder, reference.File), cancel);
        var reading = await pool.Reader.ReadAsync(content, reference.File, cancel);
        var (wanted, got) = (Words(reference.Text), Words(reading.Text));
        return new Score(
            Share(wanted, got),
            Share(got, wanted),
            Share([.. wanted.Zip(wanted.Skip(1))], [.. got.Zip(got.Skip(1))]),
            reading.HiddenTextRemoved
        );
    }

    private static List<string> Words(string text) =>
        [.. Word().Matches(text.ToUpperInvariant()).Select(match => match.Value)];

    /// <summary>The share of the first bag that is in the second, as the data's parse_score.py counts it.</summary>
    private static double Share<T>(List<T> bag, List<T> other)
        where T : notnull
    {
        var counts = other.CountBy(item => item).ToDictionary();
        var found = bag.CountBy(item => item).Sum(item => Math.Min(item.Value, counts.GetValueOrDefault(item.Key)));
        return (double)found / Math.Max(1, bag.Count);
    }

    [GeneratedRegex(@"[^\W_]+", RegexOptions.None, 10_000)]
    private static partial Regex Word();

    private sealed record Reference(string File, string Text);

    private sealed record Score(double Recall, double Precision, double Order, int HiddenCharacters);
}
