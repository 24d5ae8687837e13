using CiivSoft.Embeddings.Tests.Support;
using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Embeddings.Onnx;

public sealed class OnnxEmbeddingGeneratorTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Texts_on_the_same_work_are_nearer_than_others(bool isPooled)
    {
        using var folder = new TestFolder();
        TinyOnnx.Write(folder.Path, isPooled: isPooled);
        using var generator = OnnxEmbeddingGenerator.Open(folder.Path);

        var vectors = await EmbedAsync(
            generator,
            "A nurse cares for patients and wounds: wound care, medication.",
            "Nurse, medication for patients in a hospital",
            "Truck driver, freight and delivery by lorry"
        );

        vectors.ShouldAllBe(v => Math.Abs(Math.Sqrt(v.Sum(x => (double)x * x)) - 1) < 1e-5);
        Dot(vectors[0], vectors[1]).ShouldBeGreaterThan(Dot(vectors[0], vectors[2]) + 0.2);
    }

    [Fact]
    public async Task The_mean_of_the_tokens_is_what_a_model_that_pools_itself_gives()
    {
        using var plain = new TestFolder();
        using var pooled = new TestFolder();
        TinyOnnx.Write(plain.Path);
        TinyOnnx.Write(pooled.Path, isPooled: true);
        using var ours = OnnxEmbeddingGenerator.Open(plain.Path);
        using var its = OnnxEmbeddingGenerator.Open(pooled.Path);

        var left = (await EmbedAsync(ours, "nurse patients truck"))[0];
        var right = (await EmbedAsync(its, "nurse patients truck"))[0];

        left.Zip(right, (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThan(1e-6f);
    }

    [Fact]
    public async Task A_text_longer_than_the_model_reads_counts_to_its_end()
    {
        using var folder = new TestFolder();
        TinyOnnx.Write(folder.Path);
        await File.WriteAllTextAsync(
            folder.In("sentence_bert_config.json"),
            """{"max_seq_length": 16}""",
            TestContext.Current.CancellationToken
        );
        using var generator = OnnxEmbeddingGenerator.Open(folder.Path);
        var start = string.Join(' ', Enumerable.Repeat("nurse", 14));

        var vectors = await EmbedAsync(
            generator,
            start,
            $"{start} {string.Join(' ', Enumerable.Repeat("truck", 14))}",
            "truck"
        );

        Dot(vectors[1], vectors[2]).ShouldBe(Dot(vectors[1], vectors[0]), 1e-5);
    }

    [Fact]
    public async Task The_same_text_gives_the_same_bits_and_nothing_known_gives_zeros()
    {
        using var folder = new TestFolder();
        TinyOnnx.Write(folder.Path);
        using var generator = OnnxEmbeddingGenerator.Open(folder.Path);

        var vectors = await EmbedAsync(generator, "nurse and driver", "nurse and driver", "", "zzz");

        vectors[1].ShouldBe(vectors[0]);
        vectors[2].ShouldAllBe(x => x == 0);
        vectors[3].ShouldAllBe(x => x == 0);
    }

    [Theory]
    [InlineData("model.onnx", "model.onnx")]
    [InlineData("vocab.txt", "vocab.txt")]
    public void A_missing_file_is_named(string missing, string named)
    {
        using var folder = new TestFolder();
        TinyOnnx.Write(folder.Path);
        File.Delete(folder.In(missing));

        Should.Throw<EmbeddingException>(() => OnnxEmbeddingGenerator.Open(folder.Path)).Message.ShouldContain(named);
    }

    [Fact]
    public void A_damaged_model_is_refused_and_named()
    {
        using var folder = new TestFolder();
        TinyOnnx.Write(folder.Path);
        File.WriteAllText(folder.In("model.onnx"), "no model");

        Should
            .Throw<EmbeddingException>(() => OnnxEmbeddingGenerator.Open(folder.Path))
            .Message.ShouldContain(folder.Path);
    }

    private static async Task<float[][]> EmbedAsync(OnnxEmbeddingGenerator generator, params string[] texts)
    {
        var answer = await generator.GenerateAsync(texts, cancellationToken: TestContext.Current.CancellationToken);
        return [.. answer.Select(embedding => embedding.Vector.ToArray())];
    }

    private static double Dot(float[] left, float[] right) => left.Zip(right, (a, b) => (double)a * b).Sum();
}
