using Microsoft.Extensions.AI;

namespace CiivSoft.Matching.Embeddings;

/// <summary>The default generator, over <see cref="DomainEmbedding"/>. Thread-safe.</summary>
public sealed class DomainEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly EmbeddingFunction _function;

    /// <param name="embedding">Shared: further generators over it cost nothing.</param>
    public DomainEmbeddingGenerator(DomainEmbedding embedding)
    {
        ArgumentNullException.ThrowIfNull(embedding);
        Embedding = embedding;
        _function = new EmbeddingFunction(embedding.Version, embedding.Dimensions, text => embedding.Embed(text));
    }

    /// <summary>What generates the vectors.</summary>
    public DomainEmbedding Embedding { get; }

    /// <summary>One vector a text, in their order; zeros where a text holds no known word.</summary>
    /// <exception cref="NotSupportedException">The options ask for another model or other dimensions.</exception>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(_function.Generate(values, options, cancellationToken));

    /// <summary>This generator, or its metadata (model, dimensions).</summary>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        _function.GetService(this, serviceType, serviceKey);

    /// <summary>Does nothing: the embedding may be shared.</summary>
    public void Dispose() { }
}
