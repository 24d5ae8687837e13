using CiivSoft.Matching.Embeddings.FastText;
using Microsoft.Extensions.AI;

namespace CiivSoft.Matching.Embeddings;

/// <summary>Opens an embedding by its file, so that a setting can name another than the one that ships.</summary>
public static class EmbeddingSource
{
    /// <summary>
    /// A generator for <paramref name="path"/>: <c>.bin</c> and <c>.ftz</c> are models of fastText as published,
    /// <c>.cve</c> is our own container; an empty path gives the embedding that ships.
    /// </summary>
    /// <exception cref="ModelFileException">The file is damaged or of another kind.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IEmbeddingGenerator<string, Embedding<float>> Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Path.GetExtension(path) switch
        {
            "" when path.Length == 0 => new DomainEmbeddingGenerator(DomainEmbedding.Load()),
            ".cve" => new DomainEmbeddingGenerator(OpenDomain(path)),
            ".bin" or ".ftz" => new FastTextEmbeddingGenerator(FastTextModel.Load(path)),
            var kind => throw new ModelFileException(
                path,
                0,
                $"a model's name ends in .bin, .ftz or .cve, not in '{kind}'"
            ),
        };
    }

    private static DomainEmbedding OpenDomain(string path)
    {
        using var file = File.OpenRead(path);
        return DomainEmbedding.Load(file, path);
    }
}
