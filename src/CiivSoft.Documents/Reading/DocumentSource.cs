namespace CiivSoft.Documents.Reading;

/// <summary>The document in hand, and where its findings go.</summary>
internal sealed record DocumentSource(ReadOnlyMemory<byte> Content, Findings Findings)
{
    public Stream OpenStream() => new MemoryStream(Content.ToArray(), writable: false);
}
