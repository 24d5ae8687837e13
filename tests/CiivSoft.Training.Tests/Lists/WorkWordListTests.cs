using CiivSoft.Training.Lists;

namespace CiivSoft.Training.Tests.Lists;

public sealed class WorkWordListTests
{
    private readonly WorkWordList _words = new();

    [Fact]
    public void The_last_word_of_eight_titles_is_starred()
    {
        Repeat(8, () => _words.AddTitle("Pipe Welder (Certified)"));
        Repeat(7, () => _words.AddTitle("Ward Nurse"));

        _words.Lines().ShouldBe(["nurse", "pipe", "ward", "welder*"]);
    }

    [Fact]
    public void A_title_of_several_parts_has_several_last_words()
    {
        Repeat(8, () => _words.AddTitle("Line Cook and Chef/Kitchen Porter, Nights"));

        _words.Lines().ShouldBe(["chef*", "cook*", "kitchen", "line", "nights*", "porter*"]);
    }

    [Fact]
    public void A_word_counts_once_a_task_and_needs_three()
    {
        Repeat(2, () => _words.AddTask("Grind, grind and grind"));
        Repeat(3, () => _words.AddTask("Weld it"));

        _words.Lines().ShouldBe(["weld"]);
    }

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public void Five_products_weigh_as_one_task(int products, bool isListed)
    {
        Repeat(products, () => _words.AddProduct("WeldCalc 3"));

        _words.Lines().Contains("weldcalc").ShouldBe(isListed);
    }

    private static void Repeat(int times, Action action)
    {
        for (var i = 0; i < times; i++)
        {
            action();
        }
    }
}
