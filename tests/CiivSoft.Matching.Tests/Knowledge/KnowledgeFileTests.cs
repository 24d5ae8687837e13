using System.IO.Compression;
using CiivSoft.Matching.Scoring;

namespace CiivSoft.Matching.Knowledge;

public sealed class KnowledgeFileTests
{
    // Three occupations over the first three stems; "ward" is a stem of no occupation.
    private static readonly KnowledgeTables Tables = new()
    {
        Stems = ["care", "cared", "nurs", "ward"],
        OccupationStems = 3,
        StemWeights = [32, 48, 64, 16],
        Entries =
        [
            [(0, 255), (2, 51)],
            [],
            [(1, 204), (2, 255)],
        ],
        RowScales = [0.5f, 0.75f, 1],
        Means = [0.05f, 0.1f, 0.15f],
        Deviations = [0.01f, 0.02f, 0.03f],
        Basis = [127, -127, 0, 64, -1, 1],
        BasisStep = 0.5f,
        HeadNouns = ["nurse", "nurses"],
    };

    [Fact]
    public void What_training_wrote_is_what_the_product_reads()
    {
        var knowledge = KnowledgeFile.Read(Written(Tables));

        knowledge.Version.ShouldMatch("^knowledge-[0-9a-f]{12}$");
        knowledge.HeadNouns.ShouldBe(["nurse", "nurses"], ignoreOrder: true);
        var lexicon = knowledge.Lexicon;
        lexicon.OccupationStems.ShouldBe(3);
        Tables.Stems.Select(stem => lexicon.TermOf(stem)).ShouldBe([0u, 1u, 2u, 3u]);
        Enumerable.Range(0, 4).Select(term => lexicon.WeightOf((uint)term)).ShouldBe([1, 1.5, 2, 0.5]);
        var unknown = lexicon.TermOf("zymurgi");
        unknown.ShouldBeGreaterThanOrEqualTo(Lexicon.FirstUnknown);
        lexicon.WeightOf(unknown).ShouldBe(2, "as much as the rarest that is known");
        lexicon.WeightOf(Lexicon.FirstUnknown).ShouldBe(2);
    }

    [Fact]
    public void Rows_are_scaled_and_directions_stepped()
    {
        var read = KnowledgeFile.Read(Written(Tables)).Occupations;
        var expected = new Occupations(
            new OccupationEntries([0, 2, 2, 4], [0, 2, 1, 2], [0.5f, 0.2f, 0.75f * 204 / 255, 1]),
            Tables.Means,
            Tables.Deviations,
            [63.5f, -63.5f, 0, 32, -0.5f, 0.5f]
        );

        read.Count.ShouldBe(3);
        read.Directions.ShouldBe(2);
        foreach (var term in new[] { 0u, 1u, 2u })
        {
            var text = TermVector.Of(new Dictionary<uint, double> { [term] = 1, [3] = 1 }, (_, value) => value);
            var (got, wanted) = (read.ProfileOf(text), expected.ProfileOf(text));
            got.Occupations.ToArray().ShouldBe(wanted.Occupations.ToArray());
            got.Values.ToArray().ShouldBe(wanted.Values.ToArray());
            Projected(read, got).ShouldBe(Projected(expected, wanted));
        }
    }

    [Fact]
    public void The_version_is_that_of_the_content()
    {
        var version = KnowledgeFile.Read(Written(Tables)).Version;

        KnowledgeFile.Read(Written(Tables)).Version.ShouldBe(version);
        KnowledgeFile.Read(Written(Tables with { HeadNouns = ["nurse"] })).Version.ShouldNotBe(version);
    }

    [Fact]
    public void A_damaged_file_is_refused()
    {
        var file = Written(Tables);
        var plain = Unpacked(file);

        for (var length = 0; length < plain.Length; length++)
        {
            Refuses(Packed(plain[..length]));
        }

        Refuses(file[..(file.Length / 2)]);
        Refuses([.. "no knowledge at all"u8]);
    }

    [Theory]
    [InlineData(0)] // The mark of the file.
    [InlineData(4)] // The format's number.
    public void Another_format_is_refused(int at)
    {
        var plain = Unpacked(Written(Tables));
        plain[at]++;

        Refuses(Packed(plain)).Message.ShouldContain("not of the format");
    }

    [Fact]
    public void A_word_table_of_impossible_size_is_refused()
    {
        var plain = Unpacked(Written(Tables));

        Refuses(Packed([.. plain[..8], 0xFF, 0xFF, 0xFF, 0xFF, 0x07])).Message.ShouldContain("impossible size");
    }

    private static InvalidDataException Refuses(byte[] file) =>
        Should.Throw<InvalidDataException>(() => KnowledgeFile.Read(file));

    private static double[] Projected(Occupations occupations, OccupationProfile profile)
    {
        var coordinates = new double[occupations.Directions];
        occupations.Project(profile, 2, coordinates);
        return coordinates;
    }

    private static byte[] Written(KnowledgeTables tables)
    {
        using var file = new MemoryStream();
        KnowledgeFile.Write(file, tables);
        return file.ToArray();
    }

    private static byte[] Unpacked(byte[] file)
    {
        using var plain = new MemoryStream();
        using var brotli = new BrotliStream(new MemoryStream(file), CompressionMode.Decompress);
        brotli.CopyTo(plain);
        return plain.ToArray();
    }

    private static byte[] Packed(byte[] plain)
    {
        using var file = new MemoryStream();
        using (var brotli = new BrotliStream(file, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(plain);
        }

        return file.ToArray();
    }
}
