namespace CiivSoft.Matching.Tests.Scoring;

/// <summary>Postings, résumés and pairs written for these tests: in Senses/, by name.</summary>
internal static class SensePairs
{
    private const string Mark = "=== ";

    public static IReadOnlyDictionary<string, string> Postings { get; } = Texts("postings");

    public static IReadOnlyDictionary<string, string> Resumes { get; } = Texts("resumes");

    /// <summary>The pairs of a list: one a line, the posting's name, a slash, the résumé's.</summary>
    public static IEnumerable<(string Posting, string Resume)> Of(string list) =>
        from line in Read(list).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        where line[0] != '#'
        let names = line.Split(" / ")
        select (names[0], names[1]);

    // The first line after the mark is the name.
    private static Dictionary<string, string> Texts(string file) =>
        Read(file)
            .Split(Mark, StringSplitOptions.RemoveEmptyEntries)
            .Select(text => text.Split('\n', 2))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    private static string Read(string name)
    {
        using var stream = typeof(SensePairs).Assembly.GetManifestResourceStream($"senses.{name}").ShouldNotBeNull();
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
