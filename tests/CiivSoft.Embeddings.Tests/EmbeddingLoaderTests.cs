using System.Text;
using CiivSoft.Embeddings.Tests.Support;
using CiivSoft.Matching;
using CiivSoft.Matching.Embeddings;
using CiivSoft.Matching.Scoring;

namespace CiivSoft.Embeddings;

/// <summary>Each kind of embedding in the place of the one that ships, through to a score.</summary>
public sealed class EmbeddingLoaderTests
{
    private static readonly PostingSource Posting = new(
        "Registered Nurse",
        "We need a nurse for our hospital: care for patients, medication and wound care. Truck parking is free."
    );

    private static readonly ResumeSource Resume = new(
        """
        Registered Nurse
        Experience
        Registered Nurse, St James Hospital, 2018 - present
        Cared for patients on a medical ward, gave medication and did wound care every day with a team of eight people.
        Staff Nurse, Royal Infirmary, 2014 - 2018
        Assessed patients, planned discharges and trained students in infection control and record keeping.
        """,
        PersonDetails.None
    );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_settings_it_is_the_engine_that_ships()
    {
        var engine = await EmbeddingLoader.LoadEngineAsync(new EmbeddingSettings(), Cancel);

        engine.ModelVersion.ShouldBe(MatchingEngine.LoadDefault().ModelVersion);
        engine.NeedsPreparation.ShouldBeFalse();
    }

    [Theory]
    [InlineData("onnx")]
    [InlineData("fasttext")]
    [InlineData("service")]
    public async Task Every_kind_scores_in_the_place_of_the_one_that_ships(string kind)
    {
        using var folder = new TestFolder();
        await using var stub = await StubService.StartAsync();
        var settings = kind switch
        {
            "onnx" => Onnx(folder.In("model")),
            "fasttext" => FastText(folder.In("words.bin")),
            _ => stub.Settings,
        };

        var engine = await EmbeddingLoader.LoadEngineAsync(settings, Cancel);
        var score = await ScoreAsync(engine);

        var shipped = MatchingEngine.LoadDefault();
        engine.ModelVersion.ShouldNotBe(shipped.ModelVersion);
        engine.PolicyVersion.ShouldBe(shipped.PolicyVersion);
        engine.NeedsPreparation.ShouldBe(kind == "service");
        var judged = score.ShouldBeOfType<MatchScore.Judgeable>();
        judged.Value.ShouldBeInRange(0.5, 1);
        judged.Features.Single(f => f.Name == "meaning").Value.ShouldBeInRange(0.05, 1);
        (await ScoreAsync(await EmbeddingLoader.LoadEngineAsync(settings, Cancel))).Value.ShouldBe(score.Value);
    }

    [Fact]
    public async Task Another_model_has_another_version()
    {
        using var folder = new TestFolder();
        var one = await EmbeddingLoader.LoadEngineAsync(Onnx(folder.In("model")), Cancel);
        var again = await EmbeddingLoader.LoadEngineAsync(Onnx(folder.In("model")), Cancel);
        var other = await EmbeddingLoader.LoadEngineAsync(Onnx(folder.In("model"), seed: 2), Cancel);

        again.ModelVersion.ShouldBe(one.ModelVersion);
        other.ModelVersion.ShouldNotBe(one.ModelVersion);
    }

    [Fact]
    public async Task A_service_that_exchanges_the_model_behind_one_name_is_noticed()
    {
        await using var stub = await StubService.StartAsync();
        var one = await EmbeddingLoader.LoadEngineAsync(stub.Settings, Cancel);
        var again = await EmbeddingLoader.LoadEngineAsync(stub.Settings, Cancel);
        stub.Seed = 18;
        var other = await EmbeddingLoader.LoadEngineAsync(stub.Settings, Cancel);

        again.ModelVersion.ShouldBe(one.ModelVersion);
        other.ModelVersion.ShouldNotBe(one.ModelVersion);
    }

    [Fact]
    public async Task A_service_gets_the_redacted_text_once()
    {
        await using var stub = await StubService.StartAsync();
        var engine = await EmbeddingLoader.LoadEngineAsync(stub.Settings, Cancel);
        stub.Calls.Clear();
        var source = new ResumeSource(
            $"Zelda Quimby\nzelda@example.com\n{Resume.Text}",
            new PersonDetails { Names = ["Zelda Quimby"] }
        );

        await engine.PrepareAsync([], [source, source], Cancel);
        await engine.PrepareAsync([], [source], Cancel);
        engine.ReadResume(source).Flaw.ShouldBeNull();

        var sent = stub.Calls.ShouldHaveSingleItem().Texts.ShouldHaveSingleItem();
        sent.ShouldContain("wound care");
        sent.ShouldNotContain("Zelda");
        sent.ShouldNotContain("Quimby");
        sent.ShouldNotContain("example.com");
    }

    [Fact]
    public async Task A_stored_vector_is_enough_and_gives_the_same_bits()
    {
        await using var stub = await StubService.StartAsync();
        var first = await EmbeddingLoader.LoadEngineAsync(stub.Settings, Cancel);
        await first.PrepareAsync([], [Resume], Cancel);
        var profile = first.ReadResume(Resume);
        var later = await EmbeddingLoader.LoadEngineAsync(stub.Settings, Cancel);
        stub.Calls.Clear();

        await later.PrepareAsync([], [Resume with { Vector = profile.Vector }], Cancel);

        later.ReadResume(Resume).Vector.ToArray().ShouldBe(profile.Vector.ToArray());
        stub.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_not_prepared_is_not_waited_for()
    {
        await using var stub = await StubService.StartAsync();
        var engine = await EmbeddingLoader.LoadEngineAsync(stub.Settings, Cancel);

        Should.Throw<InvalidOperationException>(() => engine.ReadResume(Resume));
    }

    [Fact]
    public async Task An_embedding_that_cannot_tell_work_apart_is_refused()
    {
        using var folder = new TestFolder();
        var settings = FastText(folder.In("blind.bin"), ["unrelated"]);

        var failure = await Should.ThrowAsync<EmbeddingException>(() =>
            EmbeddingLoader.LoadEngineAsync(settings, Cancel)
        );

        failure.Message.ShouldContain("blind.bin");
    }

    [Fact]
    public async Task A_policy_of_one_s_own_replaces_weights_and_cuts()
    {
        using var folder = new TestFolder();
        var file = folder.In("policy.json");
        await using (var shipped = typeof(MatchingEngine).Assembly.GetManifestResourceStream("policy.json")!)
        await using (var copy = File.Create(file))
        {
            await shipped.CopyToAsync(copy, Cancel);
        }

        await File.AppendAllTextAsync(file, "\n", Cancel);

        var engine = await EmbeddingLoader.LoadEngineAsync(new EmbeddingSettings { Policy = file }, Cancel);

        engine.PolicyVersion.ShouldNotBe(MatchingEngine.LoadDefault().PolicyVersion);
        await File.WriteAllTextAsync(file, "{}", Cancel);
        await Should.ThrowAsync<InvalidDataException>(() =>
            EmbeddingLoader.LoadEngineAsync(new EmbeddingSettings { Policy = file }, Cancel)
        );
    }

    private static async Task<MatchScore> ScoreAsync(MatchingEngine engine)
    {
        await engine.PrepareAsync([Posting], [Resume], Cancel);
        return engine.Score(engine.ReadPosting(Posting), engine.ReadResume(Resume));
    }

    private static EmbeddingSettings Onnx(string folder, int seed = 1)
    {
        TinyOnnx.Write(folder, seed);
        return new EmbeddingSettings { Source = folder };
    }

    // A skipgram model without n-grams, as "fasttext skipgram -maxn 0" writes it.
    private static EmbeddingSettings FastText(string path, string[]? words = null)
    {
        words ??=
        [
            "nurse",
            "patients",
            "medication",
            "wound",
            "truck",
            "delivery",
            "kitchen",
            "customers",
            "contracts",
            "cars",
        ];
        using var writer = new BinaryWriter(File.Create(path));
        int[] head = [793712314, 12, words.Length, 5, 5, 1, 5, 1, 2, 2, 0, 1, 0, 100];
        Array.ForEach(head, writer.Write);
        writer.Write(1e-4);
        Array.ForEach([words.Length, words.Length, 0], writer.Write);
        writer.Write(9L);
        writer.Write(-1L);
        foreach (var word in words)
        {
            writer.Write([.. Encoding.UTF8.GetBytes(word), 0]);
            writer.Write(5L);
            writer.Write((byte)0);
        }

        writer.Write((byte)0);
        writer.Write((long)words.Length);
        writer.Write((long)words.Length);
        for (var i = 0; i < words.Length * words.Length; i++)
        {
            writer.Write(i % (words.Length + 1) == 0 ? 1f : 0f);
        }

        writer.Write((byte)0);
        writer.Write(1L);
        writer.Write((long)words.Length);
        Array.ForEach(new float[words.Length], writer.Write);
        return new EmbeddingSettings { Source = path };
    }
}
