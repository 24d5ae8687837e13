using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Cli.Evaluation;

/// <summary>Opens the embeddings that a report measures.</summary>
internal static class EmbeddingFiles
{
    /// <summary>The one that ships, then the files.</summary>
    /// <exception cref="ModelFileException">A file is damaged or of another kind.</exception>
    public static IEnumerable<EmbeddingUnderTest> Open(IEnumerable<FileInfo> files)
    {
        yield return new("domain embedding alone", new DomainEmbeddingGenerator(DomainEmbedding.Load()));
        foreach (var file in files)
        {
            yield return new($"{file.Name} alone", EmbeddingSource.Open(file.FullName));
        }
    }
}
