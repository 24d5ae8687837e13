using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Matching.Tests.Embeddings;

public sealed class DomainEmbeddingFileTests
{
    private static readonly DomainEmbeddingFile File = new()
    {
        Words = ["baker", "cook"],
        Rows = new byte[] { 127, 0, unchecked((byte)-127), 64 },
        Scales = [0.5f, 0.25f],
        Mean = [0, 0],
        Component = [0, 0],
    };

    [Fact]
    public void What_is_written_is_read()
    {
        var (read, hash) = DomainEmbeddingFile.Read(File.ToBytes(), "test.cve");

        read.Words.ShouldBe(File.Words);
        read.Rows.ToArray().ShouldBe(File.Rows.ToArray());
        read.Scales.ShouldBe(File.Scales);
        hash.Length.ShouldBe(64);
        read.ToBytes().ShouldBe(File.ToBytes());
    }

    [Fact]
    public void The_mean_and_the_component_are_taken_out()
    {
        var centred = File with { Mean = [0.25f, 0.5f], Component = [0, 1] };

        new DomainEmbedding(centred, "test").Embed("baker").ShouldBe([1f, 0f]);
    }

    [Fact]
    public void Every_damaged_byte_and_every_cut_is_refused_with_the_name_of_the_file()
    {
        var bytes = File.ToBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[i] ^= 0x41;

            Should.Throw<ModelFileException>(() => Load(damaged)).Message.ShouldContain("test.cve");
            Should.Throw<ModelFileException>(() => Load(bytes[..i])).FileName.ShouldBe("test.cve");
        }
    }

    private static DomainEmbedding Load(byte[] bytes) => DomainEmbedding.Load(new MemoryStream(bytes), "test.cve");
}
