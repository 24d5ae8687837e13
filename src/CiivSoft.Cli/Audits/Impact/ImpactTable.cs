namespace CiivSoft.Cli.Audits.Impact;

/// <summary>Rates and impact ratios over the categories of one characteristic, or of two together.</summary>
/// <param name="Characteristic">"Sex", "Race/ethnicity", "Sex and race/ethnicity".</param>
/// <param name="Measure">"selection rate" or "scoring rate".</param>
/// <param name="Unknown">Assessed people whose category is not known; they are in no row.</param>
/// <param name="Rows">Largest category first.</param>
internal sealed record ImpactTable(string Characteristic, string Measure, int Unknown, IReadOnlyList<ImpactRow> Rows)
{
    /// <summary>The part of the data below which New York's rules let a category be left out.</summary>
    public const double SmallShare = 0.02;

    /// <param name="characteristic">Its name.</param>
    /// <param name="measure">The rate's name.</param>
    /// <param name="people">Everybody assessed.</param>
    /// <param name="categoryOf">A person's category; empty when unknown.</param>
    /// <param name="isChosen">Whether a person counts for the rate; null when that is not known.</param>
    /// <param name="excludeSmall">Whether categories below <see cref="SmallShare"/> are left out of the ratios.</param>
    public static ImpactTable Of(
        string characteristic,
        string measure,
        IReadOnlyList<AssessedPerson> people,
        Func<AssessedPerson, string> categoryOf,
        Func<AssessedPerson, bool?> isChosen,
        bool excludeSmall
    )
    {
        var known = people.Where(person => categoryOf(person).Length > 0).ToList();
        var rows = known
            .GroupBy(categoryOf, StringComparer.OrdinalIgnoreCase)
            .Select(group => Row(group.Key, [.. group], isChosen))
            .Select(row => row with { IsExcluded = excludeSmall && row.Applicants < SmallShare * people.Count })
            .OrderByDescending(row => row.Applicants)
            .ThenBy(row => row.Category, StringComparer.Ordinal)
            .ToList();
        var highest = rows.Where(row => !row.IsExcluded && row.Counted > 0)
            .Select(row => row.Rate)
            .DefaultIfEmpty()
            .Max();
        return new ImpactTable(
            characteristic,
            measure,
            people.Count - known.Count,
            [
                .. rows.Select(row =>
                    row.IsExcluded || row.Counted == 0 || highest <= 0
                        ? row
                        : row with
                        {
                            ImpactRatio = row.Rate / highest,
                        }
                ),
            ]
        );
    }

    private static ImpactRow Row(string category, List<AssessedPerson> people, Func<AssessedPerson, bool?> isChosen)
    {
        var counted = people.Select(isChosen).OfType<bool>().ToList();
        var chosen = counted.Count(isOne => isOne);
        return new ImpactRow(
            category,
            people.Count,
            counted.Count,
            chosen,
            counted.Count == 0 ? 0 : (double)chosen / counted.Count,
            null,
            false
        );
    }
}
