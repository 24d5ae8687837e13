namespace CiivSoft.Documents.Reading;

/// <summary>A reader cannot make text of a document. The message becomes the reading's reason, so it quotes nothing.</summary>
#pragma warning disable CA1064 // DocumentInterpreter turns it into a verdict; it never leaves this assembly.
internal sealed class UnreadableDocumentException(string reason, Exception? innerException = null)
    : Exception(reason, innerException)
{
    /// <summary>Whether a password would open the document.</summary>
    public bool NeedsPassword { get; private init; }

    public static UnreadableDocumentException Protected(Exception? innerException = null) =>
        new("protected by a password", innerException) { NeedsPassword = true };
}
#pragma warning restore CA1064
