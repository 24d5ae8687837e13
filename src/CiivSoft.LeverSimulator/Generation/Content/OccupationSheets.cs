using System.Collections.Immutable;

namespace CiivSoft.LeverSimulator.Generation.Content;

/// <summary>Every occupation there is a sheet of, in alphabetical order of their keys.</summary>
internal static class OccupationSheets
{
    private const string Folder = "occupations";
    public static ImmutableArray<Occupation> All { get; } = [.. ContentFile.NamesIn(Folder).Select(Read)];

    // After All: it is made from it.
    private static readonly ImmutableDictionary<string, Occupation> ByKey = All.ToImmutableDictionary(sheet =>
        sheet.Key
    );

    /// <exception cref="KeyNotFoundException">There is no such sheet.</exception>
    public static Occupation Get(string key) => ByKey[key];

    private static Occupation Read(string file)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? section = null;
        foreach (var line in ContentFile.ReadLines(file))
        {
            if (line[0] == '[')
            {
                sections.Add(line.Trim('[', ']'), section = []);
            }
            else if (section is null)
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                fields.Add(line[..colon], line[(colon + 1)..].Trim());
            }
            else
            {
                section.Add(line);
            }
        }

        return Create(file[(Folder.Length + 1)..^".txt".Length], fields, name => [.. sections[name]]);
    }

    private static Occupation Create(
        string key,
        Dictionary<string, string> fields,
        Func<string, ImmutableArray<string>> section
    )
    {
        var salary = ContentFile.Split(fields["salary"], '-');
        return new Occupation
        {
            Key = key,
            Department = fields["department"],
            Team = fields["team"],
            EmployerKind = fields["employer"],
            WorkplaceType = fields["workplace"],
            Salary = (ContentFile.ParseNumber(salary[0]), ContentFile.ParseNumber(salary[1])),
            Related = ContentFile.Split(fields["related"], ','),
            Titles = [.. section("titles").Select(SplitTitles)],
            Summaries = section("summary"),
            Duties = [.. section("duties").Select(SplitLevel)],
            Achievements = [.. section("wins").Select(SplitLevel)],
            Skills = section("skills"),
            Tools = [.. section("tools").SelectMany(line => ContentFile.Split(line, '|'))],
            Certificates = [.. section("certificates").Select(SplitLevel)],
            Degrees = [.. section("degrees").Select(SplitDegree)],
            Posting = new PostingSheet(section("about"), section("do"), section("must"), section("nice")),
        };
    }

    // A bar inside braces belongs to a slot.
    private static ImmutableArray<string> SplitTitles(string line)
    {
        var titles = new List<string>();
        var (from, depth) = (line.IndexOf(':', StringComparison.Ordinal) + 1, 0);
        for (var at = from; at <= line.Length; at++)
        {
            if (at == line.Length || (line[at] == '|' && depth == 0))
            {
                titles.Add(line[from..at].Trim());
                from = at + 1;
            }
            else
            {
                depth += line[at] switch
                {
                    '{' => 1,
                    '}' => -1,
                    _ => 0,
                };
            }
        }

        return [.. titles];
    }

    // "2> text" is for level 2 and above, "* text" for everybody, "2> * text" for everybody from level 2 on.
    private static LeveledLine SplitLevel(string line)
    {
        var level = 1;
        if (line.Length > 2 && line[1] == '>')
        {
            level = line[0] - '0';
            line = line[2..].TrimStart();
        }

        var isForAll = line.StartsWith("* ", StringComparison.Ordinal);
        return new LeveledLine(isForAll ? line[2..] : line, level, isForAll);
    }

    private static Degree SplitDegree(string line)
    {
        var parts = ContentFile.Split(line, '|');
        return new Degree(parts[0], parts[1]);
    }
}
