namespace CiivSoft.Training.Lists;

/// <summary>Makes the lists of skills and of work words from the taxonomies; the same input gives the same bytes.</summary>
internal static class ListsCommand
{
    public const string Usage = "lists --taxonomies FOLDER [--skills FILE] [--work-words FILE]";

    private const string SkillsHeader = """
        # Skills and their other names, one a line. First our own; then knowledge of ESCO v1.1.1 and technology of O*NET 29.3
        # (both trimmed and modified). A name after ! counts only as written, with its capitals.
        """;

    private const string WorkWordsHeader =
        "# Words of O*NET 29.3 job titles and tasks (modified: lower-cased, counted, trimmed). A star marks the last word of a title.";

    public static int Run(CommandOptions options)
    {
        var taxonomies = options.Required("taxonomies");
        Write(
            options.Text("skills", "src/CiivSoft.Matching/Requirements/skills.txt"),
            SkillsHeader,
            SkillList.Read(taxonomies)
        );
        Write(
            options.Text("work-words", "src/CiivSoft.Matching/Redaction/work-words.txt"),
            WorkWordsHeader,
            WorkWordList.Read(taxonomies).Lines()
        );
        return 0;
    }

    private static void Write(string output, string header, IReadOnlyList<string> lines)
    {
        // The same line ends on every system, however this file was checked out.
        var text = string.Join('\n', [.. header.Split('\n').Select(line => line.TrimEnd('\r')), .. lines, ""]);
        File.WriteAllText(output, text);
        Console.WriteLine($"{output}: {lines.Count} lines, {text.Length} characters");
    }
}
