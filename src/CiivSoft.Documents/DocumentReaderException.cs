namespace CiivSoft.Documents;

/// <summary>The reader itself does not work, for example because the worker is not installed. Says nothing about a document.</summary>
public sealed class DocumentReaderException(string message, Exception? innerException = null)
    : Exception(message, innerException);
