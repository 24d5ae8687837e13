namespace CiivSoft.Cli.Audits.Impact;

/// <summary>
/// Impact ratios in the layout of New York City's Local Law 144 (6 RCNY § 5-301): selection or scoring rate by sex, by
/// race/ethnicity and by both, over what people declared themselves.
/// </summary>
/// <param name="Assessed">Applications with a decision that the file names.</param>
/// <param name="NotFound">Rows of the file without such a decision.</param>
/// <param name="NotDeclared">Decisions that the file does not name.</param>
/// <param name="Median">The median score that a scoring rate is above; null without scores.</param>
/// <param name="Tables">Three for each rate that there are data for.</param>
internal sealed record ImpactReport(
    int Assessed,
    int NotFound,
    int NotDeclared,
    double? Median,
    IReadOnlyList<ImpactTable> Tables
)
{
    private static readonly (string Name, Func<AssessedPerson, string> Of)[] Characteristics =
    [
        ("Sex", person => person.Sex),
        ("Race/ethnicity", person => person.Race),
        (
            "Race/ethnicity and sex",
            person => person.Sex.Length == 0 || person.Race.Length == 0 ? "" : $"{person.Race} / {person.Sex}"
        ),
    ];

    public static ImpactReport Of(
        IReadOnlyList<AssessedPerson> people,
        int notFound,
        int notDeclared,
        bool excludeSmall
    )
    {
        var scores = people.Select(person => person.Score).OfType<double>().Order().ToList();
        double? median = scores.Count == 0 ? null : (scores[(scores.Count - 1) / 2] + scores[scores.Count / 2]) / 2;
        var tables = new List<ImpactTable>();
        foreach (var (name, of) in Characteristics)
        {
            if (people.Any(person => person.IsSelected is not null))
            {
                tables.Add(
                    ImpactTable.Of(name, "selection rate", people, of, person => person.IsSelected, excludeSmall)
                );
            }

            if (median is { } middle)
            {
                tables.Add(
                    ImpactTable.Of(
                        name,
                        "scoring rate",
                        people,
                        of,
                        person => person.Score is { } score ? score > middle : null,
                        excludeSmall
                    )
                );
            }
        }

        return new ImpactReport(people.Count, notFound, notDeclared, median, tables);
    }
}
