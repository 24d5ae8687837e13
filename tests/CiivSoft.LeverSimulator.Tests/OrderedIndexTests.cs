using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Tests;

public sealed class OrderedIndexTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void It_behaves_as_a_sorted_set_under_random_changes(int seed)
    {
        var random = new Random(seed);
        var index = new OrderedIndex(Comparer<int>.Default);
        var expected = new SortedSet<int>();
        for (var i = 0; i < 20_000; i++)
        {
            var item = random.Next(6000);
            if (random.Next(3) == 0)
            {
                index.Remove(item).ShouldBe(expected.Remove(item));
            }
            else
            {
                index.Add(item);
                expected.Add(item);
            }
        }

        index.Count.ShouldBe(expected.Count);
        index.From(_ => false).ShouldBe(expected);
        for (var i = 0; i < 200; i++)
        {
            var start = random.Next(6100);
            index.From(item => item < start).ShouldBe(expected.Where(item => item >= start));
            var real = expected.Count(item => item >= start && item <= start + 900);
            index
                .EstimateBetween(item => item < start, item => item <= start + 900)
                .ShouldBeInRange(real - 1100, real + 1100);
        }
    }

    [Fact]
    public void Ids_keep_their_text_and_its_order()
    {
        string[] texts =
        [
            "0b6f3f0e-6f0e-4a53-9a3e-0d1f7b1c2a10",
            "F0000000-0000-4000-8000-000000000000",
            "lead-new",
            "",
            "f0000000-0000-4000-8000-000000000000",
        ];

        texts.Select(text => new EntityId(text).ToString()).ShouldBe(texts);
        texts
            .Select(text => new EntityId(text))
            .Order()
            .Select(id => id.ToString())
            .ShouldBe(texts.Order(StringComparer.Ordinal));
        new EntityId(texts[1]).ShouldNotBe(new EntityId(texts[4]));
    }
}
