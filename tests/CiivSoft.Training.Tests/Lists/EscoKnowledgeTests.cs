using CiivSoft.Training.Lists;

namespace CiivSoft.Training.Tests.Lists;

public sealed class EscoKnowledgeTests
{
    private readonly HashSet<string> _taken = [];

    [Fact]
    public void A_concept_keeps_its_names_without_brackets_and_the_usual_one_first() =>
        Entries("Haskell (computer programming)", "Haskell programming", "functional Haskell (language)")
            .ShouldBe(["!Haskell", "Haskell programming", "functional Haskell"]);

    [Fact]
    public void One_skill_has_at_most_five_names() =>
        Entries("wood glue", "wood paste", "wood resin", "wood cement", "wood lime", "wood gum").Count.ShouldBe(5);

    [Theory]
    [InlineData("engineering", "a whole field")]
    [InlineData("types of ovens", "the beginning of a description")]
    [InlineData("the making of very fine bread", "more than four words")]
    [InlineData("helmet", "an everyday word")]
    [InlineData("Swedish", "a language")]
    [InlineData("glue", "a short plain word")]
    [InlineData("go", "too short")]
    [InlineData("lab", "three letters in lower case")]
    [InlineData("religious studies", "a protected criterion")]
    [InlineData("—", "no word at all")]
    public void A_name_that_would_match_by_accident_is_left_out(string name, string why) =>
        Entries(name).ShouldBeEmpty(why);

    [Fact]
    public void An_abbreviation_of_three_letters_stays_and_only_counts_as_written() =>
        Entries("LAB").ShouldBe(["!LAB"]);

    [Fact]
    public void One_word_among_the_other_names_is_wider_than_the_concept_and_left_out() =>
        Entries("wood turning", "turning", "turning of wood").ShouldBe(["wood turning", "turning of wood"]);

    [Fact]
    public void A_name_belongs_to_the_first_skill_that_has_it()
    {
        var knowledge = new EscoKnowledge(SkillRules.Load(), _taken);

        knowledge.Entries(["wood turning", "lathe work"]).ShouldBe(["wood turning", "lathe work"]);
        knowledge.Entries(["metal turning", "Lathe-work"]).ShouldBe(["metal turning"]);
    }

    private IReadOnlyList<string> Entries(params string[] labels) =>
        new EscoKnowledge(SkillRules.Load(), _taken).Entries(labels);
}
