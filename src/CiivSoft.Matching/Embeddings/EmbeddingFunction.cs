using Microsoft.Extensions.AI;

namespace CiivSoft.Matching.Embeddings;

/// <summary>Answers as Microsoft.Extensions.AI expects for a model in memory, which works at once.</summary>
internal sealed class EmbeddingFunction(string model, int dimensions, Func<string, float[]> embed)
{
    private readonly EmbeddingGeneratorMetadata _metadata = new("ciivsoft", null, model, dimensions);

    public GeneratedEmbeddings<Embedding<float>> Generate(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(values);
        ThrowIfOther(options);
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var value in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            embeddings.Add(new Embedding<float>(embed(value)) { ModelId = model });
        }
        return embeddings;
    }

    public object? GetService(object generator, Type serviceType, object? serviceKey)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
        {
            return null;
        }
        return serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
            : serviceType.IsInstanceOfType(generator) ? generator
            : null;
    }

    private void ThrowIfOther(EmbeddingGenerationOptions? options)
    {
        if (options?.ModelId is { } asked && !string.Equals(asked, model, StringComparison.Ordinal))
        {
            throw new NotSupportedException($"This generator runs model {model}, not {asked}.");
        }
        if (options?.Dimensions is { } length && length != dimensions)
        {
            throw new NotSupportedException($"Vectors of model {model} have {dimensions} dimensions, not {length}.");
        }
    }
}
