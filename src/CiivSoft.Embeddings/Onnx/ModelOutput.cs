using CiivSoft.Matching.Embeddings;
using Microsoft.ML.OnnxRuntime;

namespace CiivSoft.Embeddings.Onnx;

/// <summary>What of a model's answer is the vector of the text.</summary>
internal sealed record ModelOutput
{
    private static readonly string[] KnownInputs = ["input_ids", "attention_mask", "token_type_ids"];

    public required string Name { get; init; }

    public required int Dimensions { get; init; }

    /// <summary>Whether the model gives a vector for each token, which are to be pooled.</summary>
    public required bool IsByToken { get; init; }

    public bool UsesFirstToken { get; init; }

    /// <summary>A ready <c>sentence_embedding</c>, else the vectors of the tokens.</summary>
    /// <exception cref="EmbeddingException">The model asks for or gives something else.</exception>
    public static ModelOutput Of(InferenceSession session, OnnxFolder folder)
    {
        var foreign = session.InputMetadata.Keys.Except(KnownInputs, StringComparer.Ordinal).ToList();
        if (foreign.Count > 0 || !session.InputMetadata.ContainsKey("input_ids"))
        {
            throw new EmbeddingException(
                $"{folder.Model} is no sentence model: it asks for {string.Join(", ", session.InputMetadata.Keys)}."
            );
        }

        var outputs = session.OutputMetadata.Where(o => o.Value.ElementType == typeof(float)).ToList();
        var ready = outputs.Find(o => o.Key is "sentence_embedding" && o.Value.Dimensions is [_, > 0]);
        var tokens = outputs.Find(o => o.Value.Dimensions is [_, _, > 0]);
        var (name, shape) =
            ready.Key is not null ? (ready.Key, ready.Value)
            : tokens.Key is not null ? (tokens.Key, tokens.Value)
            : throw new EmbeddingException($"{folder.Model} gives neither sentence_embedding nor vectors of tokens.");
        return new ModelOutput
        {
            Name = name,
            Dimensions = shape.Dimensions[^1],
            IsByToken = shape.Dimensions.Length == 3,
            UsesFirstToken = folder.UsesFirstToken,
        };
    }

    /// <summary>The vector of one text: as it is, the first token's, or the mean of all tokens.</summary>
    public float[] Pool(ReadOnlySpan<float> values, int tokens)
    {
        if (!IsByToken || UsesFirstToken)
        {
            return values[..Dimensions].ToArray();
        }

        var mean = new float[Dimensions];
        for (var token = 0; token < tokens; token++)
        {
            for (var i = 0; i < mean.Length; i++)
            {
                mean[i] += values[(token * mean.Length) + i] / tokens;
            }
        }

        return mean;
    }
}
