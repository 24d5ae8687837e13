using System.Globalization;
using CiivSoft.Matching.Vectors;

namespace CiivSoft.Matching.Tests.Vectors;

public sealed class VectorShardTests
{
    private static readonly QuantizedVector East = QuantizedVector.Quantize([1f, 0f]);
    private static readonly QuantizedVector North = QuantizedVector.Quantize([0f, 1f]);
    private static readonly QuantizedVector NorthEast = QuantizedVector.Quantize([0.7f, 0.7f]);

    [Fact]
    public void The_best_come_first()
    {
        var shard = Shard(("east", East), ("north", North), ("between", NorthEast));

        var hits = shard.Search(QuantizedVector.Quantize([0.9f, 0.2f]), 2);

        hits.Select(hit => hit.Id).ShouldBe(["east", "between"]);
        hits[0].Score.ShouldBe(0.9f, 0.01f);
    }

    [Fact]
    public void Equal_scores_go_by_ordinal_id_whatever_the_order_of_arrival()
    {
        string[] ids = ["b", "a", "Z", "é", "aa", "😀", "\uFFFD"];
        var expected = ids.Order(StringComparer.Ordinal).Take(4);

        Shard([.. ids.Select(id => (id, East))]).Search(East, 4).Select(hit => hit.Id).ShouldBe(expected);
        Shard([.. ids.Reverse().Select(id => (id, East))]).Search(East, 4).Select(hit => hit.Id).ShouldBe(expected);
    }

    [Fact]
    public void A_second_vector_under_an_id_replaces_the_first()
    {
        var shard = Shard(("a", East), ("a", North));

        shard.Count.ShouldBe(1);
        shard.Search(North, 5).ShouldBe([new VectorHit("a", 1f)], new ScoreComparer());
        shard.Find("a").ShouldNotBeNull().ToBytes().ShouldBe(North.ToBytes());
    }

    [Fact]
    public void A_removed_row_is_not_found_even_by_a_search_for_everything()
    {
        var shard = Shard(("a", East), ("b", QuantizedVector.Quantize([-1f, 0f])));

        shard.Remove("a").ShouldBeTrue();
        shard.Remove("a").ShouldBeFalse();

        shard.Search(East, 10).Select(hit => hit.Id).ShouldBe(["b"]);
        shard.Find("a").ShouldBeNull();
        shard.Count.ShouldBe(1);
    }

    [Fact]
    public void The_filter_is_asked_only_about_rows_that_are_good_enough()
    {
        var shard = new VectorShard(2);
        for (var i = 0; i < 1000; i++)
        {
            shard.Set(i.ToString("D4", CultureInfo.InvariantCulture), QuantizedVector.Quantize([1000 - i, i]));
        }
        var asked = new List<string>();

        var hits = shard.Search(
            East,
            3,
            id =>
            {
                asked.Add(id);
                return id is not "0001";
            }
        );

        hits.Select(hit => hit.Id).ShouldBe(["0000", "0002", "0003"]);
        asked.Count.ShouldBeLessThan(20);
    }

    [Fact]
    public void Nothing_is_found_by_zeros_in_nothing_or_when_nothing_is_asked()
    {
        Shard(("a", East)).Search(QuantizedVector.Quantize([0f, 0f]), 5).ShouldBeEmpty();
        Shard(("a", East)).Search(East, 0).ShouldBeEmpty();
        new VectorShard(2).Search(East, 5).ShouldBeEmpty();
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var shard = new VectorShard(3);

        Should.Throw<ArgumentException>(() => shard.Set("a", East)).Message.ShouldContain("2 dimensions, the shard 3");
        Should.Throw<ArgumentException>(() => shard.Search(East, 1));
        Should.Throw<ArgumentException>(() => shard.Set("", QuantizedVector.Quantize([1f, 0f, 0f])));
        Should.Throw<ArgumentException>(() => shard.Set(new string('é', 600), QuantizedVector.Quantize([1f, 0f, 0f])));
        Should.Throw<ArgumentOutOfRangeException>(() => new VectorShard(0));
    }

    [Fact]
    public void A_row_of_128_dimensions_with_an_id_of_36_characters_takes_at_most_192_bytes()
    {
        const int rows = 30_000;
        var shard = new VectorShard(128);
        var vector = QuantizedVector.Quantize(TestVectors.Crowded(new Random(1), 128));
        for (var i = 0; i < rows; i++)
        {
            shard.Set($"01234567-89ab-cdef-0123-{i:D12}", vector);
        }

        (shard.MemoryBytes / (double)rows).ShouldBeLessThanOrEqualTo(128 + 64);
    }

    [Fact]
    public void Rows_that_come_and_go_take_no_more_room()
    {
        var shard = new VectorShard(2);
        for (var i = 0; i < 5_000; i++)
        {
            shard.Set($"id-{i:D12}", East);
        }
        var before = shard.MemoryBytes;
        for (var i = 0; i < 50_000; i++)
        {
            shard.Remove($"id-{i:D12}").ShouldBeTrue();
            shard.Set($"id-{i + 5_000:D12}", East);
        }

        shard.MemoryBytes.ShouldBeLessThan(before + 10_000);
    }

    [Fact]
    public void The_exact_best_seven_are_among_the_best_fifty_by_bytes()
    {
        const int dimensions = 128;
        var random = new Random(5);
        var vectors = Enumerable
            .Range(0, 4_000)
            .ToDictionary(i => $"{i:D5}", _ => TestVectors.Crowded(random, dimensions));
        var shard = new VectorShard(dimensions);
        foreach (var (id, vector) in vectors)
        {
            shard.Set(id, QuantizedVector.Quantize(vector));
        }
        for (var trial = 0; trial < 25; trial++)
        {
            var query = TestVectors.Crowded(random, dimensions);
            var exact = VectorRescoring.Best(query, vectors, 7);

            var found = shard.Search(QuantizedVector.Quantize(query), 50);
            var rescored = VectorRescoring.Best(
                query,
                found.Select(hit => KeyValuePair.Create(hit.Id, vectors[hit.Id])),
                7
            );

            rescored.ShouldBe(exact);
        }
    }

    private static VectorShard Shard(params (string Id, QuantizedVector Vector)[] rows)
    {
        var shard = new VectorShard(2);
        foreach (var (id, vector) in rows)
        {
            shard.Set(id, vector);
        }
        return shard;
    }

    private sealed class ScoreComparer : IEqualityComparer<VectorHit>
    {
        public bool Equals(VectorHit x, VectorHit y) =>
            string.Equals(x.Id, y.Id, StringComparison.Ordinal) && Math.Abs(x.Score - y.Score) < 1e-6;

        public int GetHashCode(VectorHit obj) => obj.Id.GetHashCode(StringComparison.Ordinal);
    }
}
