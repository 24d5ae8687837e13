namespace CiivSoft.Matching.Embeddings;

/// <summary>An embedding could not be opened or did not answer. The message names no text that was to be embedded.</summary>
public sealed class EmbeddingException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Whether the same call may succeed later.</summary>
    public bool IsTransient { get; init; }

    /// <summary>The HTTP status that the service answered with; null without an answer or a service.</summary>
    public int? Status { get; init; }
}
