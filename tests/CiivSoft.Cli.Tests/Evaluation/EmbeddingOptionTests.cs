namespace CiivSoft.Cli.Evaluation;

public sealed class EmbeddingOptionTests
{
    [Fact]
    public void A_service_is_named_with_its_model()
    {
        var settings = EmbeddingOption.Settings("http://127.0.0.1:8000/v1#words-48");

        (settings.Source, settings.ServiceModel).ShouldBe(("http://127.0.0.1:8000/v1", "words-48"));
        settings.Problem.ShouldBeNull();
    }

    [Fact]
    public void A_file_may_have_a_hash_in_its_name()
    {
        var settings = EmbeddingOption.Settings("/models/c#.bin", policy: "/models/policy.json");

        (settings.Source, settings.ServiceModel, settings.Policy).ShouldBe(
            ("/models/c#.bin", null, "/models/policy.json")
        );
    }

    [Fact]
    public void A_report_measures_the_one_that_ships_and_then_those_named()
    {
        var embeddings = EmbeddingUnderTest.All([
            "/models/cc.en.300.bin",
            "/models/minilm/",
            "http://127.0.0.1:8000/v1#m",
        ]);

        embeddings
            .Select(e => (e.Name, e.IsShipped))
            .ShouldBe([
                ("domain embedding", true),
                ("cc.en.300.bin", false),
                ("minilm", false),
                ("http://127.0.0.1:8000/v1#m", false),
            ]);
    }
}
