namespace CiivSoft.Cli.Audits.Material;

/// <summary>Made-up work: what a posting asks for and what somebody did who does such work.</summary>
/// <param name="Titles">Titles of jobs that such people held.</param>
/// <param name="PostingTitle">The title of a posting for it.</param>
/// <param name="School">What such people studied.</param>
/// <param name="About">How a posting begins.</param>
/// <param name="Asks">What a posting asks for, one a line.</param>
/// <param name="Duties">What people of that work did, one a line.</param>
/// <param name="Skills">Names of skills.</param>
internal sealed record MadeOccupation(
    IReadOnlyList<string> Titles,
    string PostingTitle,
    string School,
    string About,
    IReadOnlyList<string> Asks,
    IReadOnlyList<string> Duties,
    IReadOnlyList<string> Skills
)
{
    private const string Resource = "CiivSoft.Cli.Audits.Material.occupations.txt";

    /// <summary>The dozen that the program brings along.</summary>
    public static IReadOnlyList<MadeOccupation> All { get; } = [.. Read()];

    private static IEnumerable<MadeOccupation> Read()
    {
        using var stream =
            typeof(MadeOccupation).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var lines = reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var block in Blocks(lines.Where(line => line[0] != '#')))
        {
            yield return new MadeOccupation(
                block[0][2..].Split(" | "),
                Of(block, "posting").Single(),
                Of(block, "school").Single(),
                Of(block, "about").Single(),
                [.. Of(block, "ask")],
                [.. Of(block, "did")],
                [.. Of(block, "skill")]
            );
        }
    }

    private static IEnumerable<List<string>> Blocks(IEnumerable<string> lines)
    {
        var block = new List<string>();
        foreach (var line in lines)
        {
            if (line[0] == '@' && block.Count > 0)
            {
                yield return block;
                block = [];
            }

            block.Add(line);
        }

        yield return block;
    }

    private static IEnumerable<string> Of(List<string> block, string key) =>
        block
            .Where(line => line.StartsWith(key + " ", StringComparison.Ordinal))
            .Select(line => line[(key.Length + 1)..]);
}
