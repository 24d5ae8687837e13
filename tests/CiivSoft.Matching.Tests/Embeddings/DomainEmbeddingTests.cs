using CiivSoft.Matching.Embeddings;
using CiivSoft.Matching.Vectors;
using Microsoft.Extensions.AI;

namespace CiivSoft.Matching.Tests.Embeddings;

public sealed class DomainEmbeddingTests
{
    private static readonly DomainEmbedding Embedding = DomainEmbedding.Load();

    [Fact]
    public void A_resume_is_nearer_to_the_posting_of_its_occupation()
    {
        var nurse = Embedding.Embed(
            "Registered nurse, intensive care unit: medication, patient assessment, wound care."
        );
        var postings = new Dictionary<string, float[]>
        {
            ["ward nurse"] = Embedding.Embed(
                "Staff nurse for our surgical ward. You care for patients before surgery."
            ),
            ["accountant"] = Embedding.Embed("Accountant: general ledger, month-end close, tax returns, audits."),
            ["data engineer"] = Embedding.Embed("Data engineer: Python, SQL, Spark pipelines in the cloud."),
            ["truck driver"] = Embedding.Embed("Truck driver for heavy loads, commercial licence, deliveries."),
        };

        var ranked = VectorRescoring.Best(nurse, postings, 4);

        ranked[0].Id.ShouldBe("ward nurse");
        ranked[0].Score.ShouldBeGreaterThan(ranked[1].Score + 0.2f);
    }

    [Fact]
    public void Vectors_have_length_one()
    {
        var vector = Embedding.Embed("Chef de partie in a busy hotel kitchen");

        vector.Length.ShouldBe(Embedding.Dimensions);
        vector.Sum(value => (double)value * value).ShouldBe(1, 1e-6);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t")]
    [InlineData("qqzzxx \0 !!! 看護師")]
    public void A_text_without_known_words_is_all_zeros(string text)
    {
        Embedding.Embed(text).ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void The_order_of_the_words_changes_no_bit()
    {
        var words = "payroll clerk tax returns audit ledger invoices payroll excel".Split(' ');

        var shuffled = Embedding.Embed(string.Join(", ", words.Reverse()));

        shuffled.ShouldBe(Embedding.Embed(string.Join(' ', words)));
    }

    [Fact]
    public void A_word_pasted_a_million_times_counts_as_often_as_1024_times()
    {
        string Pasted(int times) => "teacher " + string.Concat(Enumerable.Repeat("welder ", times));

        Embedding.Embed(Pasted(1_000_000)).ShouldBe(Embedding.Embed(Pasted(1024)));
    }

    [Fact]
    public void Many_threads_get_the_same_vector()
    {
        var expected = Embedding.Embed("warehouse manager");

        var vectors = ParallelEnumerable.Range(0, 64).Select(_ => Embedding.Embed("warehouse manager")).ToList();

        vectors.ShouldAllBe(vector => vector.SequenceEqual(expected));
    }

    [Fact]
    public async Task The_generator_gives_the_same_vectors()
    {
        using var generator = new DomainEmbeddingGenerator(Embedding);

        var vector = await generator.GenerateVectorAsync(
            "plumber",
            cancellationToken: TestContext.Current.CancellationToken
        );

        vector.ToArray().ShouldBe(Embedding.Embed("plumber"));
        generator.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelId.ShouldBe(Embedding.Version);
    }
}
