using CiivSoft.Training.Embedding;

namespace CiivSoft.Training.Tests.Embedding;

public sealed class EmbeddingCommandTests(SmallTaxonomies small) : IClassFixture<SmallTaxonomies>
{
    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        var first = Train("first", seed: 1);

        Train("again", seed: 1).ShouldBe(first);
        Train("other", seed: 2).ShouldNotBe(first);
    }

    [Fact]
    public void Stop_words_and_words_seen_once_are_not_learned()
    {
        var words = Vocabulary.Of(new TaxonomyReader(small.Folder).Read().OnetOccupations).Words;

        words.ShouldContain("patients");
        words.ShouldNotContain("for");
        words.ShouldNotContain("medicine");
        words.ShouldBe(words.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_missing_option_is_named()
    {
        var error = Should.Throw<ArgumentException>(() => EmbeddingCommand.Run(CommandOptions.Parse(["--out", "x"])));

        error.Message.ShouldContain("--taxonomies");
    }

    private byte[] Train(string name, int seed)
    {
        var output = Path.Combine(small.Folder, $"{name}.cve");
        string[] options = ["--taxonomies", small.Folder, "--out", output, "--seed", $"{seed}"];
        EmbeddingCommand.Run(CommandOptions.Parse([.. options, "--steps", "5", "--dimensions", "16"])).ShouldBe(0);
        return File.ReadAllBytes(output);
    }
}
