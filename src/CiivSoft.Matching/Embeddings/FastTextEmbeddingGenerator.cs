using CiivSoft.Matching.Embeddings.FastText;
using Microsoft.Extensions.AI;

namespace CiivSoft.Matching.Embeddings;

/// <summary>
/// Sentence vectors of a published fastText model, as the reference prints them: not of unit length (see
/// <see cref="Vectors.UnitVector"/>). Thread-safe.
/// </summary>
public sealed class FastTextEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly EmbeddingFunction _function;

    /// <param name="model">Shared: further generators over it cost nothing.</param>
    public FastTextEmbeddingGenerator(FastTextModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _function = new EmbeddingFunction(model.Name, model.Dimensions, text => model.SentenceVector(text));
    }

    /// <summary>One vector a text, in their order; zeros where a text holds nothing the model knows.</summary>
    /// <exception cref="NotSupportedException">The options ask for another model or other dimensions.</exception>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(_function.Generate(values, options, cancellationToken));

    /// <summary>This generator, or its metadata (model, dimensions).</summary>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        _function.GetService(this, serviceType, serviceKey);

    /// <summary>Does nothing: the model may be shared.</summary>
    public void Dispose() { }
}
