using CiivSoft.Matching.Embeddings;
using Microsoft.Extensions.AI;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Tokenizers;

namespace CiivSoft.Embeddings.Onnx;

/// <summary>
/// An ONNX sentence model (BERT's inputs, WordPiece vocabulary) on the processor, one thread a text. A text longer than the
/// model reads is cut into stretches, whose vectors are averaged. Thread-safe.
/// </summary>
public sealed class OnnxEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    // A résumé of 4,000 words; what stands further down hardly changes the mean.
    private const int MostStretches = 16;

    private readonly InferenceSession _session;
    private readonly BertTokenizer _tokenizer;
    private readonly OnnxFolder _folder;
    private readonly ModelOutput _output;
    private readonly EmbeddingGeneratorMetadata _metadata;

    private OnnxEmbeddingGenerator(InferenceSession session, BertTokenizer tokenizer, OnnxFolder folder)
    {
        _session = session;
        _tokenizer = tokenizer;
        _folder = folder;
        _output = ModelOutput.Of(session, folder);
        _metadata = new EmbeddingGeneratorMetadata("onnx", null, Path.GetFileName(folder.Model), _output.Dimensions);
    }

    /// <summary>Opens a folder with <c>model.onnx</c> and <c>vocab.txt</c>.</summary>
    /// <exception cref="EmbeddingException">A file is missing, damaged or of a model of another kind.</exception>
    public static OnnxEmbeddingGenerator Open(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var files = OnnxFolder.Find(folder);
        // One thread and one order of sums: the same processor gives the same bits.
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
        };
        InferenceSession? session = null;
        try
        {
#pragma warning disable CA2000 // Disposed below when the model cannot be used, else by the generator.
            session = new InferenceSession(files.Model, options);
#pragma warning restore CA2000
            var tokenizer = BertTokenizer.Create(
                files.Vocabulary,
                new BertOptions { LowerCaseBeforeTokenization = files.IsLowerCase }
            );
            return new OnnxEmbeddingGenerator(session, tokenizer, files);
        }
        catch (Exception failure) when (failure is OnnxRuntimeException or ArgumentException or InvalidDataException)
        {
            session?.Dispose();
            throw new EmbeddingException($"The ONNX model in {folder} cannot be used: {failure.Message}", failure);
        }
        catch (EmbeddingException)
        {
            session?.Dispose();
            throw;
        }
    }

    /// <summary>One vector of unit length for each text, in their order.</summary>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(values);
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var value in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            embeddings.Add(new Embedding<float>(Embed(value)) { ModelId = _metadata.DefaultModelId });
        }

        return Task.FromResult(embeddings);
    }

    /// <summary>This generator, or its metadata (model, dimensions).</summary>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private float[] Embed(string text)
    {
        var sum = new double[_output.Dimensions];
        var ids = _tokenizer.EncodeToIds(text, addSpecialTokens: false);
        foreach (var stretch in ids.Chunk(_folder.MaxTokens - 2).Take(MostStretches))
        {
            var vector = Run(stretch);
            var length = Math.Sqrt(vector.Sum(x => (double)x * x));
            for (var i = 0; i < sum.Length && length > 0; i++)
            {
                sum[i] += vector[i] / length;
            }
        }

        var whole = Math.Sqrt(sum.Sum(x => x * x));
        return whole > 0 ? Array.ConvertAll(sum, x => (float)(x / whole)) : new float[sum.Length];
    }

    private float[] Run(int[] stretch)
    {
        long[] ids = [_tokenizer.ClassificationTokenId, .. stretch.Select(id => (long)id), _tokenizer.SeparatorTokenId];
        long[] shape = [1, ids.Length];
        using var tokens = OrtValue.CreateTensorValueFromMemory(ids, shape);
        using var mask = OrtValue.CreateTensorValueFromMemory(Enumerable.Repeat(1L, ids.Length).ToArray(), shape);
        using var types = OrtValue.CreateTensorValueFromMemory(new long[ids.Length], shape);
        var inputs = _session.InputMetadata.Keys.ToDictionary(
            name => name,
            name =>
                name switch
                {
                    "input_ids" => tokens,
                    "attention_mask" => mask,
                    _ => types,
                }
        );
        using var options = new RunOptions();
        using var outputs = _session.Run(options, inputs, [_output.Name]);
        return _output.Pool(outputs[0].GetTensorDataAsSpan<float>(), ids.Length);
    }
}
