using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace CiivSoft.Documents.Pdf;

/// <summary>Looks things up in a PDF's dictionaries, which may be wrong in every way.</summary>
internal static class PdfTokens
{
    private const int MostHops = 16;

    /// <summary>The entry of that name and type, through references; else null.</summary>
    public static T? Find<T>(this DictionaryToken dictionary, string name, IPdfTokenScanner scanner)
        where T : class, IToken =>
        dictionary.Data.TryGetValue(name, out var token) ? Resolve(token, scanner) as T : null;

    public static bool Has(this DictionaryToken dictionary, string name) => dictionary.Data.ContainsKey(name);

    /// <summary>The name that an entry holds; else null.</summary>
    public static string? FindName(this DictionaryToken dictionary, string name, IPdfTokenScanner scanner) =>
        dictionary.Find<NameToken>(name, scanner)?.Data;

    /// <summary>Four corners in any order; else null.</summary>
    public static Box? FindBox(this DictionaryToken dictionary, string name, IPdfTokenScanner scanner) =>
        dictionary.FindNumbers(name, scanner) is [var x1, var y1, var x2, var y2]
            ? new Box(Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2))
            : null;

    public static double[]? FindNumbers(this DictionaryToken dictionary, string name, IPdfTokenScanner scanner) =>
        dictionary.Find<ArrayToken>(name, scanner) is { } array
            ?
            [
                .. array
                    .Data.Select(token => Resolve(token, scanner))
                    .OfType<NumericToken>()
                    .Select(token => token.Double),
            ]
            : null;

    public static IToken? Resolve(IToken? token, IPdfTokenScanner scanner)
    {
        for (var hop = 0; token is IndirectReferenceToken reference; hop++)
        {
            token = hop < MostHops ? scanner.Get(reference.Data)?.Data : null;
        }

        return token;
    }
}
