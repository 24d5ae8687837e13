namespace CiivSoft.Cli.Audits.Abuse;

/// <summary>How the words are pasted in.</summary>
internal sealed record StuffingForm(string Name, Func<string, IReadOnlyList<string>, string> Apply)
{
    private const int PerSentence = 6;

    public static IReadOnlyList<StuffingForm> All { get; } =
    [
        new("row at the end", (text, terms) => $"{text.TrimEnd()}\n{string.Join(' ', terms)}\n"),
        new("list under Skills", (text, terms) => $"{text.TrimEnd()}\n\nSkills\n{string.Join(", ", terms)}\n"),
        new("row at the top", (text, terms) => $"{string.Join(", ", terms)}\n\n{text}"),
        new(
            "one a line",
            (text, terms) =>
                $"{text.TrimEnd()}\n\nCore Competencies\n{string.Join('\n', terms.Select(t => "- " + t))}\n"
        ),
        new(
            "sentences",
            (text, terms) => $"{text.TrimEnd()}\n\n{string.Join('\n', terms.Chunk(PerSentence).Select(Sentence))}\n"
        ),
        new("within the work history", Scatter),
    ];

    private static string Sentence(string[] terms) =>
        terms.Length == 1
            ? $"I am experienced in {terms[0]}."
            : $"I am experienced in {string.Join(", ", terms[..^1])} and {terms[^1]}.";

    // A few at the end of every fourth line of the middle, where the history stands in most résumés.
    private static string Scatter(string text, IReadOnlyList<string> terms)
    {
        var lines = text.Split('\n');
        var rest = new Queue<string>(terms);
        for (var i = lines.Length / 4; i < lines.Length && rest.Count > 0; i += 4)
        {
            var some = Enumerable.Range(0, Math.Min(4, rest.Count)).Select(_ => rest.Dequeue());
            lines[i] = $"{lines[i].TrimEnd()} {string.Join(", ", some)}";
        }

        return string.Join('\n', lines) + string.Concat(rest.Select(term => " " + term));
    }
}
