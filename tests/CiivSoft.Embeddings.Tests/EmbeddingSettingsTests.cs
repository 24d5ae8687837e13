using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Embeddings;

public sealed class EmbeddingSettingsTests
{
    [Fact]
    public void By_default_the_embedding_that_ships_is_used() => new EmbeddingSettings().Problem.ShouldBeNull();

    [Theory]
    [InlineData("/no/such/model.bin", null, "CIIVSOFT__EMBEDDING__SOURCE")]
    [InlineData("ftp://127.0.0.1/v1", "m", "CIIVSOFT__EMBEDDING__SOURCE")]
    [InlineData("http://user:secret@127.0.0.1/v1", "m", "CIIVSOFT__EMBEDDING__SOURCE")]
    [InlineData("http://127.0.0.1/v1?key=1", "m", "CIIVSOFT__EMBEDDING__SOURCE")]
    [InlineData("http://127.0.0.1/v1", null, "CIIVSOFT__EMBEDDING__SERVICEMODEL")]
    public void A_source_that_cannot_be_used_is_named(string source, string? model, string named) =>
        new EmbeddingSettings { Source = source, ServiceModel = model }
            .Problem.ShouldNotBeNull()
            .ShouldContain(named);

    [Fact]
    public void Numbers_out_of_range_are_named()
    {
        new EmbeddingSettings { BatchSize = 0 }
            .Problem.ShouldNotBeNull()
            .ShouldContain("BATCHSIZE");
        new EmbeddingSettings { Attempts = 0 }
            .Problem.ShouldNotBeNull()
            .ShouldContain("__ATTEMPTS");
        new EmbeddingSettings { MaxCharacters = 1 }
            .Problem.ShouldNotBeNull()
            .ShouldContain("MAXCHARACTERS");
        new EmbeddingSettings { AttemptTimeout = TimeSpan.Zero }
            .Problem.ShouldNotBeNull()
            .ShouldContain("ATTEMPTTIMEOUT");
        new EmbeddingSettings { Policy = "/no/policy" }
            .Problem.ShouldNotBeNull()
            .ShouldContain("POLICY");
    }

    [Fact]
    public void The_environment_sets_what_the_silo_s_configuration_sets()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CIIVSOFT__EMBEDDING__SOURCE"] = "http://127.0.0.1:1/v1",
            ["CIIVSOFT__EMBEDDING__SERVICEMODEL"] = "m",
            ["CIIVSOFT__EMBEDDING__KEY"] = "k",
            ["CIIVSOFT__EMBEDDING__BATCHSIZE"] = "7",
            ["CIIVSOFT__EMBEDDING__MAXCHARACTERS"] = "800",
            ["CIIVSOFT__EMBEDDING__ATTEMPTS"] = "2",
            ["CIIVSOFT__EMBEDDING__ATTEMPTTIMEOUT"] = "00:00:05",
            ["CIIVSOFT__EMBEDDING__POLICY"] = "p.json",
        };

        var settings = EmbeddingSettings.FromEnvironment(variables.GetValueOrDefault);

        (settings.Source, settings.ServiceModel, settings.Key).ShouldBe(("http://127.0.0.1:1/v1", "m", "k"));
        (settings.BatchSize, settings.MaxCharacters, settings.Attempts).ShouldBe((7, 800, 2));
        (settings.AttemptTimeout, settings.Policy).ShouldBe((TimeSpan.FromSeconds(5), "p.json"));
    }

    [Theory]
    [InlineData("CIIVSOFT__EMBEDDING__BATCHSIZE")]
    [InlineData("CIIVSOFT__EMBEDDING__ATTEMPTTIMEOUT")]
    public void A_variable_that_cannot_be_read_is_named(string variable) =>
        Should
            .Throw<EmbeddingException>(() =>
                EmbeddingSettings.FromEnvironment(name => name == variable ? "many" : null)
            )
            .Message.ShouldContain(variable);
}
