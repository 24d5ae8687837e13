using System.IO.Compression;
using System.Text.Json;
using CiivSoft.Matching.Embeddings;
using CiivSoft.Matching.Vectors;

namespace CiivSoft.Training.Embedding;

/// <summary>Scores every posting with every résumé of a labelled set by one cosine, to measure the embedding alone.</summary>
internal static class EmbeddingScoresCommand
{
    public const string Usage = "embedding-scores --set DIR --out FILE [--split dev] [--model FILE]";

    public static int Run(CommandOptions options)
    {
        var folder = options.Required("set");
        var split = options.Text("split", "dev");
        var embedding = Load(options.Text("model", ""));
        var resumes = Read(Path.Combine(folder, $"resumes.{split}.jsonl.gz"))
            .Select(resume => (Id: Text(resume, "resume_id"), Vector: embedding.Embed(Text(resume, "text"))))
            .ToList();
        using var output = new StreamWriter(options.Required("out"));
        foreach (var posting in Read(Path.Combine(folder, $"jobs.{split}.jsonl")))
        {
            var vector = embedding.Embed($"{Text(posting, "title")}\n{Text(posting, "text")}");
            foreach (var resume in resumes)
            {
                var score = Float32Dot.Of(vector, resume.Vector);
                var line = new
                {
                    job_id = Text(posting, "job_id"),
                    resume_id = resume.Id,
                    score,
                };
                output.WriteLine(JsonSerializer.Serialize(line));
            }
        }
        Console.Error.WriteLine($"{folder}: scored with {embedding.Version}");
        return 0;
    }

    private static DomainEmbedding Load(string path)
    {
        if (path.Length == 0)
        {
            return DomainEmbedding.Load();
        }
        using var file = File.OpenRead(path);
        return DomainEmbedding.Load(file, path);
    }

    private static IEnumerable<JsonElement> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var plain = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : (Stream)file;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line)
        {
            yield return JsonSerializer.Deserialize<JsonElement>(line);
        }
    }

    private static string Text(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
