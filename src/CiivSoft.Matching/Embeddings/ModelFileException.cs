namespace CiivSoft.Matching.Embeddings;

/// <summary>A model file that cannot be read: damaged, cut short, or of a kind this product does not know.</summary>
public sealed class ModelFileException : Exception
{
    /// <param name="source">The name of the file.</param>
    /// <param name="position">Where reading stopped, in bytes from the start.</param>
    /// <param name="problem">What was wrong there.</param>
    public ModelFileException(string source, long position, string problem)
        : base($"Model file {source}, byte {position}: {problem}")
    {
        FileName = source;
        Position = position;
    }

    /// <summary>The name of the file.</summary>
    public string FileName { get; }

    /// <summary>Where reading stopped, in bytes from the start.</summary>
    public long Position { get; }
}
