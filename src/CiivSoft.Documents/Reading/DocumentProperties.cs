namespace CiivSoft.Documents.Reading;

/// <summary>Keywords, subject, title, author and comments of a file: never part of the text, and reported when they are stuffed.</summary>
internal static class DocumentProperties
{
    /// <summary>Real résumés have a title and a few keywords there.</summary>
    private const int MostUsualWords = 12;

    private static readonly char[] Separators = [' ', ',', ';', '\t', '\r', '\n', '|', '/'];

    public static void Report(IEnumerable<string?> values, Findings findings)
    {
        var words = values
            .SelectMany(value => (value ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries))
            .ToList();
        if (words.Count > MostUsualWords)
        {
            findings.AddHidden(Techniques.Metadata, string.Join(' ', words));
        }
    }
}
