using CiivSoft.Matching.Embeddings;
using CiivSoft.Matching.Embeddings.FastText;
using Microsoft.Extensions.AI;

namespace CiivSoft.Matching.Tests.Embeddings.FastText;

public sealed class FastTextModelTests
{
    private static readonly ModelBytes Sound = new();

    [Fact]
    public void A_word_has_its_row()
    {
        Load(Sound.ToBytes()).WordVector("ab").ShouldBe([3f, 4f]);
    }

    [Fact]
    public void A_sentence_is_the_mean_of_unit_vectors()
    {
        Load(Sound.ToBytes()).SentenceVector("ab\ncd unknown").ShouldBe([0.3f, 0.9f], 1e-7);
    }

    [Fact]
    public void Without_ngrams_an_unknown_word_is_all_zeros()
    {
        Load(Sound.ToBytes()).WordVector("ef").ShouldBe([0f, 0f]);
    }

    [Fact]
    public async Task The_generator_keeps_the_order_of_the_texts_and_names_the_model()
    {
        using var generator = new FastTextEmbeddingGenerator(Load(Sound.ToBytes()));

        var embeddings = await generator.GenerateAsync(
            ["cd", "", "ab"],
            cancellationToken: TestContext.Current.CancellationToken
        );

        embeddings
            .Select(embedding => embedding.Vector.ToArray())
            .ShouldBe([
                [0f, 1f],
                [0f, 0f],
                [0.6f, 0.8f],
            ]);
        embeddings[0].ModelId.ShouldBe("test.bin");
        var metadata = generator.GetService<EmbeddingGeneratorMetadata>().ShouldNotBeNull();
        metadata.DefaultModelDimensions.ShouldBe(2);
    }

    [Fact]
    public async Task The_generator_refuses_other_dimensions()
    {
        using var generator = new FastTextEmbeddingGenerator(Load(Sound.ToBytes()));

        var error = await Should.ThrowAsync<NotSupportedException>(() =>
            generator.GenerateAsync(["ab"], new() { Dimensions = 3 }, TestContext.Current.CancellationToken)
        );

        error.Message.ShouldContain("2 dimensions, not 3");
    }

    [Fact]
    public void A_file_cut_short_anywhere_is_refused_with_its_name_and_place()
    {
        var bytes = Sound.ToBytes();
        for (var length = 0; length < bytes.Length; length++)
        {
            var error = Should.Throw<ModelFileException>(() => Load(bytes[..length]), $"cut at {length}");

            error.FileName.ShouldBe("test.bin");
            error.Position.ShouldBeInRange(0, length);
            error.Message.ShouldStartWith($"Model file test.bin, byte {error.Position}: ");
        }
    }

    public static TheoryData<string> Lies => [.. LyingModels.Keys];

    private static Dictionary<string, ModelBytes> LyingModels { get; } =
        new()
        {
            ["not a fastText model"] = Sound with { Magic = 1 },
            ["version 99"] = Sound with { Version = 99 },
            ["not plausible"] = Sound with { Dimensions = int.MaxValue },
            ["not plausible: "] = Sound with { LongestNgram = 1 << 30 },
            ["not plausible:"] = Sound with { Buckets = -5 },
            ["cannot hold 7 words"] = Sound with { Words = 7 },
            ["cannot hold 2000000000 words"] = Sound with { Words = 2_000_000_000, Size = 2_000_000_000 },
            ["9000000 entries promised"] = Sound with { Words = 9_000_000, Size = 9_000_000 },
            ["kept n-grams: 4611686018427387904"] = Sound with { Kept = 1L << 62 },
            ["neither 0 nor 1"] = Sound with { Quantized = 7 },
            ["a matrix of 2 × 3"] = Sound with { Columns = 3 },
            ["the matrix: 2000000000 values"] = Sound with { Rows = 1_000_000_000 },
            ["a matrix of -1"] = Sound with { Rows = -1 },
            ["words and n-grams need 1002"] = Sound with { Buckets = 1000 },
        };

    [Theory]
    [MemberData(nameof(Lies))]
    public void A_file_that_lies_about_itself_is_refused_before_memory_is_taken(string message)
    {
        var bytes = LyingModels[message].ToBytes();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var error = Should.Throw<ModelFileException>(() => Load(bytes));

        error.Message.ShouldContain(message);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
    }

    [Fact]
    public void Random_damage_is_refused_or_read_but_never_anything_else()
    {
        var sound = Sound.ToBytes();
        var random = new Random(11);
        var refused = 0;
        for (var trial = 0; trial < 3000; trial++)
        {
            var bytes = (byte[])sound.Clone();
            for (var i = 0; i < 3; i++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }
            try
            {
                var model = Load(bytes);
                model.SentenceVector("ab cd überall").Length.ShouldBe(model.Dimensions);
            }
            catch (ModelFileException)
            {
                refused++;
            }
        }
        refused.ShouldBeInRange(1000, 2999);
    }

    private static FastTextModel Load(byte[] bytes) => FastTextModel.Load(new MemoryStream(bytes), "test.bin");
}
