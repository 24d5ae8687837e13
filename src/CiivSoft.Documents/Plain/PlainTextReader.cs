using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Plain;

internal static class PlainTextReader
{
    public static ReadText Read(DocumentSource source) =>
        new() { Text = TextDecoder.Decode(source.Content.Span, source.Findings) };
}
