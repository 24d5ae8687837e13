namespace CiivSoft.Documents;

/// <summary>Reads documents that strangers sent.</summary>
public interface IDocumentReader
{
    /// <summary>
    /// Reads one document. A bad document is a verdict and never an exception; the same bytes give the same reading.
    /// </summary>
    /// <param name="content">The whole file.</param>
    /// <param name="fileName">Its name as the sender gave it, or empty; compared with the content and not kept.</param>
    /// <param name="cancellationToken">Gives up waiting; the document has no verdict then.</param>
    /// <exception cref="DocumentReaderException">No worker could be started: nothing is known about the document.</exception>
    Task<DocumentReading> ReadAsync(ReadOnlyMemory<byte> content, string fileName, CancellationToken cancellationToken);
}
