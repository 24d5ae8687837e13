using System.IO.Compression;
using System.Text.Json;
using CiivSoft.Matching.Embeddings;
using CiivSoft.Matching.Vectors;
using CiivSoft.Testing;

namespace CiivSoft.Matching.Tests.Embeddings;

/// <summary>The shipped embedding on the labelled dev set of real postings and résumés.</summary>
public sealed class RealTextTests
{
    private static readonly DomainEmbedding Embedding = DomainEmbedding.Load();

    [Fact]
    public void The_exact_best_seven_resumes_are_among_the_best_fifty_by_bytes_for_every_posting()
    {
        var (postings, resumes) = Read();
        var shard = new VectorShard(Embedding.Dimensions);
        foreach (var (id, vector) in resumes)
        {
            shard.Set(id, QuantizedVector.Quantize(vector));
        }

        foreach (var posting in postings.Values)
        {
            var found = shard.Search(QuantizedVector.Quantize(posting), 50).Select(hit => hit.Id).ToHashSet();

            VectorRescoring.Best(posting, resumes, 7).ShouldAllBe(hit => found.Contains(hit.Id));
        }
    }

    [Fact]
    public void One_cosine_ranks_resumes_of_the_occupation_as_well_as_the_model_card_says()
    {
        var (postings, resumes) = Read();
        var hits = 0;
        foreach (var relevant in Records("rel.dev.jsonl"))
        {
            var excluded = Ids(relevant, "excluded");
            var pool = resumes.Where(resume => !excluded.Contains(resume.Key));
            var best = VectorRescoring.Best(postings[Text(relevant, "job_id")], pool, 7);
            hits += best.Count(hit => Ids(relevant, "relevant").Contains(hit.Id));
        }

        (hits / (7.0 * postings.Count)).ShouldBe(0.502, 0.0005);
    }

    private static (Dictionary<string, float[]> Postings, Dictionary<string, float[]> Resumes) Read() =>
        (
            Records("jobs.dev.jsonl")
                .ToDictionary(
                    job => Text(job, "job_id"),
                    job => Embedding.Embed($"{Text(job, "title")}\n{Text(job, "text")}")
                ),
            Records("resumes.dev.jsonl.gz")
                .ToDictionary(resume => Text(resume, "resume_id"), resume => Embedding.Embed(Text(resume, "text")))
        );

    private static IEnumerable<JsonElement> Records(string name)
    {
        var path = SharedData.Find("matching", "occupation", name);
        Assert.SkipWhen(path is null, SharedData.Missing);
        using Stream file = File.OpenRead(path);
        using var plain = name.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line)
        {
            yield return JsonSerializer.Deserialize<JsonElement>(line);
        }
    }

    private static HashSet<string> Ids(JsonElement record, string name) =>
        record.TryGetProperty(name, out var ids) ? [.. ids.EnumerateArray().Select(id => id.GetString() ?? "")] : [];

    private static string Text(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
