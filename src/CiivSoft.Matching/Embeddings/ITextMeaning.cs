namespace CiivSoft.Matching.Embeddings;

/// <summary>Turns whole texts into the vectors behind the feature <c>meaning</c>. Thread-safe.</summary>
public interface ITextMeaning
{
    /// <summary>Changes whenever the vectors may: it is part of the model version that decisions and stored vectors carry.</summary>
    string Version { get; }

    /// <summary>The length of every vector.</summary>
    int Dimensions { get; }

    /// <summary>Whether texts must be prepared before they are embedded, because another machine does the work.</summary>
    bool NeedsPreparation => false;

    /// <summary>A vector of about unit length; all zeros where the text holds nothing known.</summary>
    /// <exception cref="InvalidOperationException">It needs preparation and the text was not prepared.</exception>
    float[] Embed(string text);

    /// <summary>Fetches what <see cref="Embed"/> will be asked for, many texts a call. Does nothing where that is not needed.</summary>
    /// <exception cref="EmbeddingException">The service failed; nothing is known of the texts.</exception>
    ValueTask PrepareAsync(IReadOnlyCollection<string> texts, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    /// <summary>Remembers what it once answered for a text, to about six digits, instead of fetching it again.</summary>
    void Recall(string text, ReadOnlySpan<float> vector) { }

    /// <summary>Puts a cosine of two of its vectors on the scale of the embedding that ships, for which the weights were fitted.</summary>
    double Scale(double cosine) => cosine;
}
