using CiivSoft.Documents.Reading;

namespace CiivSoft.Documents.Rtf;

/// <summary>Rich Text Format (specification 1.9.1) to text, without recursion and without following anything.</summary>
internal static class RtfReader
{
    private const int MostGroups = 10_000;

    public static ReadText Read(DocumentSource source)
    {
        var scanner = new RtfScanner(source.Content);
        var interpreter = new RtfInterpreter(source.Findings);
        var depth = 0;
        while (scanner.Next() is { } token)
        {
            depth += token.Kind switch
            {
                RtfTokenKind.Open => 1,
                RtfTokenKind.Close => -1,
                _ => 0,
            };
            if (depth > MostGroups)
            {
                throw new DocumentLimitException($"groups nested more than {MostGroups} deep");
            }

            if (token is { Kind: RtfTokenKind.Word, Word: "bin" })
            {
                scanner.Skip(token.Number ?? 0);
                continue;
            }

            interpreter.Take(token);
        }

        source.Findings.Add(DocumentWarningKind.Damaged, "groups that are not closed", depth > 0 ? 1 : 0);
        return new ReadText
        {
            Text = interpreter.Text,
            OcrReason =
                interpreter.HasPicture && !interpreter.Text.Any(char.IsLetter) ? "the pages are pictures" : null,
        };
    }
}
