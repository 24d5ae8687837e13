using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Cli.Evaluation;

/// <summary>The embeddings that a report measures.</summary>
internal static class EmbeddingFiles
{
    /// <summary>The one that ships, then the files; a damaged one throws <see cref="ModelFileException"/> when it is opened.</summary>
    public static IReadOnlyList<EmbeddingUnderTest> Of(IEnumerable<FileInfo> files) =>
        [
            new("domain embedding alone", () => EmbeddingSource.Open("")),
            .. files.Select(file => new EmbeddingUnderTest(
                $"{file.Name} alone",
                () => EmbeddingSource.Open(file.FullName)
            )),
        ];
}
