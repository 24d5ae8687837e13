using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace CiivSoft.Matching.Embeddings;

/// <summary>
/// Any generator of vectors in the place of the embedding that ships. Its vectors are centred on what texts about work have in
/// common, rounded to a grid, and their cosines are brought to the scale that the weights were fitted for.
/// </summary>
public sealed class GeneratedMeaning : ITextMeaning, IDisposable
{
    // As many as are between preparing and reading at any time, and those that are asked for again soon.
    private const int Remembered = 8192;

    private readonly IEmbeddingGenerator<string, Embedding<float>> _generator;
    private readonly ReferenceScale _scale;
    private readonly ConcurrentDictionary<string, float[]> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    private GeneratedMeaning(
        IEmbeddingGenerator<string, Embedding<float>> generator,
        ReferenceScale scale,
        string version,
        bool isRemote
    )
    {
        _generator = generator;
        _scale = scale;
        Version = version;
        NeedsPreparation = isRemote;
    }

    /// <inheritdoc/>
    public string Version { get; }

    /// <inheritdoc/>
    public int Dimensions => _scale.Dimensions;

    /// <inheritdoc/>
    public bool NeedsPreparation { get; }

    /// <summary>
    /// Embeds the reference texts, to learn how the generator sees texts about work, and names the model by what came out: a
    /// model that was exchanged behind the same name or address has another version.
    /// </summary>
    /// <param name="generator">Disposed with the result.</param>
    /// <param name="name">Goes into the version; letters, digits and <c>.-_</c> of it.</param>
    /// <param name="fingerprint">Tells models of one name apart, as a hash of the file does; null to go by the vectors.</param>
    /// <param name="isRemote">Whether vectors come from another machine, so that texts have to be prepared.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="EmbeddingException">It fails, or its vectors cannot be used.</exception>
    public static async Task<GeneratedMeaning> OpenAsync(
        IEmbeddingGenerator<string, Embedding<float>> generator,
        string name,
        string? fingerprint,
        bool isRemote,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(name);
        var texts = ReferenceTexts.All;
        var embeddings = await generator.GenerateAsync(texts, cancellationToken: cancellationToken);
        if (embeddings.Count != texts.Count)
        {
            throw new EmbeddingException($"{name} answered {embeddings.Count} vectors for {texts.Count} texts.");
        }

        var vectors = embeddings.Select(embedding => embedding.Vector.ToArray()).ToArray();
        var scale = ReferenceScale.Of(vectors, name);
        return new GeneratedMeaning(generator, scale, $"{Clean(name)}-{fingerprint ?? scale.Fingerprint}", isRemote);
    }

    /// <inheritdoc/>
    public float[] Embed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (string.IsNullOrWhiteSpace(text))
        {
            return new float[Dimensions];
        }

        if (NeedsPreparation)
        {
            return _known.GetValueOrDefault(KeyOf(text))
                ?? throw new InvalidOperationException("The text was not prepared before it was to be embedded.");
        }

        var answer = _generator.GenerateAsync([text]);
#pragma warning disable VSTHRD002 // It is complete: nothing waits.
        return answer.IsCompletedSuccessfully
            ? _scale.Centre(answer.Result[0].Vector.Span)
#pragma warning restore VSTHRD002
            : throw new InvalidOperationException("A generator in this process must answer at once.", answer.Exception);
    }

    /// <inheritdoc/>
    public async ValueTask PrepareAsync(IReadOnlyCollection<string> texts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var missing = texts
            .Where(text => !string.IsNullOrWhiteSpace(text))
            .DistinctBy(KeyOf)
            .Where(text => !_known.ContainsKey(KeyOf(text)))
            .ToArray();
        if (!NeedsPreparation || missing.Length == 0)
        {
            return;
        }

        var embeddings = await _generator.GenerateAsync(missing, cancellationToken: cancellationToken);
        for (var i = 0; i < missing.Length; i++)
        {
            Remember(KeyOf(missing[i]), _scale.Centre(embeddings[i].Vector.Span));
        }
    }

    /// <inheritdoc/>
    public void Recall(string text, ReadOnlySpan<float> vector)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (NeedsPreparation)
        {
            // On the grid again they are the very numbers that were stored.
            Remember(KeyOf(text), ReferenceScale.ToGrid(vector));
        }
    }

    /// <inheritdoc/>
    public double Scale(double cosine) => _scale.Scale(cosine);

    /// <summary>Disposes the generator.</summary>
    public void Dispose() => _generator.Dispose();

    private void Remember(string key, float[] vector)
    {
        if (_known.TryAdd(key, vector))
        {
            _order.Enqueue(key);
        }

        while (_known.Count > Remembered && _order.TryDequeue(out var oldest))
        {
            _known.TryRemove(oldest, out _);
        }
    }

    // A hash, so that no text stays in memory longer than it is needed.
    private static string KeyOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Clean(string name) =>
        string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_').Take(40));
}
