using CiivSoft.Matching.Embeddings;
using CiivSoft.Matching.Embeddings.FastText;

namespace CiivSoft.Matching.Tests.Embeddings.FastText;

public sealed class FastTextParityTests(FastTextReference reference) : IClassFixture<FastTextReference>
{
    private static readonly string[] Words =
    [
        "nurse",
        "Krankenpfleger",
        "看護師",
        "C++",
        "neverSeen",
        "überallüberall",
        "看護師長",
        "x",
        "</s>",
        "__label__unknown",
        "😀clinic",
    ];

    private static readonly string[] Sentences =
    [
        "nurse ward patient",
        "  Ärztin\tand nurse   of the ward  ",
        "data engineer SQL C++ c# unknownWord",
        "看護師 developpeur développeur",
        "nurse </s> accountant data",
        "zzz yyy",
        "",
    ];

    [Theory]
    [InlineData("skipgram", "-dim 25 -minCount 1 -bucket 5000 -minn 3 -maxn 6")]
    [InlineData("skipgram", "-dim 16 -minCount 2 -bucket 700 -minn 1 -maxn 2")]
    [InlineData("skipgram", "-dim 16 -minCount 1 -maxn 0")]
    [InlineData("cbow", "-dim 30 -minCount 1 -bucket 3000 -ws 3")]
    [InlineData("supervised", "-dim 20 -wordNgrams 3 -bucket 4000")]
    [InlineData("supervised", "-dim 20 -wordNgrams 2 -bucket 4000 -minn 2 -maxn 4")]
    [InlineData("supervised", "-dim 10 -loss hs")]
    public async Task Dense_models_give_the_vectors_of_the_reference(string kind, string options)
    {
        Assert.SkipUnless(reference.IsInstalled, FastTextReference.Missing);

        await CompareAsync(await reference.TrainAsync(kind, $"{kind}{options.Length}", options));
    }

    [Theory]
    [InlineData("-dim 20 -wordNgrams 2 -bucket 4000", "-dsub 2")]
    [InlineData("-dim 21 -wordNgrams 2 -bucket 4000", "-dsub 4 -qnorm")]
    [InlineData("-dim 20 -wordNgrams 2 -bucket 4000 -minn 2 -maxn 4", "-qnorm -cutoff 600")]
    [InlineData("-dim 19 -minn 3 -maxn 5 -bucket 3000", "-qnorm -cutoff 400 -retrain -qout")]
    public async Task Quantized_models_give_the_vectors_of_the_reference(string options, string quantization)
    {
        Assert.SkipUnless(reference.IsInstalled, FastTextReference.Missing);
        var name = $"quantized{options.Length}{quantization.Length}";
        await reference.TrainAsync("supervised", name, options);

        await CompareAsync(await reference.TrainAsync("quantize", name, quantization));
    }

    [Fact]
    public async Task A_classifier_passes_over_labels_in_a_text()
    {
        Assert.SkipUnless(reference.IsInstalled, FastTextReference.Missing);
        var path = await reference.TrainAsync("supervised", "labels", "-dim 12 -wordNgrams 2 -bucket 900");
        string[] texts = ["__label__topic2 nurse __label__other patient"];

        var model = FastTextModel.Load(path);

        ShouldBeClose(texts, text => model.SentenceVector(text), await reference.VectorsAsync(path, "sentence", texts));
        model.WordVector("__label__topic2").ShouldAllBe(value => value == 0);
    }

    [Fact]
    public async Task A_quantized_file_that_is_cut_or_damaged_is_refused_or_read_but_never_anything_else()
    {
        Assert.SkipUnless(reference.IsInstalled, FastTextReference.Missing);
        await reference.TrainAsync("supervised", "damaged", "-dim 10 -minn 2 -maxn 3 -bucket 800");
        var path = await reference.TrainAsync("quantize", "damaged", "-qnorm -cutoff 300");
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var random = new Random(23);
        for (var trial = 0; trial < 200; trial++)
        {
            var cut = bytes[..random.Next(bytes.Length)];
            Should.Throw<ModelFileException>(() => FastTextModel.Load(new MemoryStream(cut), "cut.ftz"));

            var damaged = (byte[])bytes.Clone();
            damaged[random.Next(Math.Min(bytes.Length, trial * 100 + 100))] = (byte)random.Next(256);
            if (Record.Exception(() => Use(damaged)) is { } error)
            {
                error.ShouldBeOfType<ModelFileException>();
            }
        }

        static void Use(byte[] model) =>
            FastTextModel.Load(new MemoryStream(model), "damaged.ftz").SentenceVector("nurse of überall </s>");
    }

    private async Task CompareAsync(string path)
    {
        var model = FastTextModel.Load(path);

        ShouldBeClose(Words, word => model.WordVector(word), await reference.VectorsAsync(path, "word", Words));
        ShouldBeClose(
            Sentences,
            text => model.SentenceVector(text),
            await reference.VectorsAsync(path, "sentence", Sentences)
        );
    }

    private static void ShouldBeClose(string[] texts, Func<string, float[]> actual, IReadOnlyList<float[]> expected)
    {
        expected.Count.ShouldBe(texts.Length);
        expected.ShouldContain(vector => vector.Any(value => value != 0));
        for (var i = 0; i < texts.Length; i++)
        {
            var vector = actual(texts[i]);
            vector.Length.ShouldBe(expected[i].Length);
            var difference = vector.Zip(expected[i], (left, right) => Math.Abs(left - right)).Max();
            difference.ShouldBeLessThanOrEqualTo(1e-5f, texts[i]);
        }
    }
}
