namespace CiivSoft.Documents.Reading;

/// <summary>Keywords, subject, title, author and comments of a file: never part of the text, and reported when they are stuffed.</summary>
internal static class DocumentProperties
{
    /// <summary>Real résumés have a title and a few keywords there.</summary>
    private const int MostUsualWords = 12;

    private static readonly char[] Separators = [' ', ',', ';', '\t', '\r', '\n', '|', '/'];

    /// <summary>Whether the values together were stuffed.</summary>
    public static bool Report(IEnumerable<string?> values, Findings findings)
    {
        var words = values
            .SelectMany(value => (value ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries))
            .ToList();
        var isStuffed = words.Count > MostUsualWords;
        if (isStuffed)
        {
            findings.AddHidden(Techniques.Metadata, string.Join(' ', words));
        }

        return isStuffed;
    }

    /// <summary>
    /// Properties that programs and companies make up. There are many of a few words each, so each counts by itself, and
    /// markup in them is a program's notes.
    /// </summary>
    public static void ReportCustom(IEnumerable<string> values, Findings findings)
    {
        foreach (var value in values.Where(value => !value.TrimStart().StartsWith('<')))
        {
            Report([value], findings);
        }
    }
}
