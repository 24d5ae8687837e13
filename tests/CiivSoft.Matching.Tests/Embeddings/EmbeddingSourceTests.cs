using Microsoft.Extensions.AI;

namespace CiivSoft.Matching.Embeddings;

public sealed class EmbeddingSourceTests
{
    [Fact]
    public async Task No_path_gives_the_embedding_that_ships()
    {
        using var generator = EmbeddingSource.Open("");

        var embeddings = await generator.GenerateAsync(
            ["staff nurse", "registered nurse", "diesel mechanic"],
            cancellationToken: TestContext.Current.CancellationToken
        );

        embeddings.ShouldAllBe(embedding => embedding.Vector.Length == 384);
        Dot(embeddings[0], embeddings[1]).ShouldBeGreaterThan(Dot(embeddings[0], embeddings[2]));
    }

    [Theory]
    [InlineData("model.txt")]
    [InlineData("model")]
    public void Another_kind_of_file_is_refused_by_name(string path) =>
        Should.Throw<ModelFileException>(() => EmbeddingSource.Open(path)).Message.ShouldContain(path);

    private static double Dot(Embedding<float> left, Embedding<float> right) =>
        left.Vector.Span.ToArray().Zip(right.Vector.Span.ToArray(), (a, b) => (double)a * b).Sum();
}
