namespace CiivSoft.Training.Knowledge;

/// <summary>Reads ESCO v1.1.1 (European Commission) and adds its texts to O*NET occupations through the crosswalk.</summary>
internal static class EscoReader
{
    // An exact match says all; where there is none, a close one, and only then broader and narrower ones.
    private static readonly string[] MatchTypes = ["exactMatch", "closeMatch"];

    /// <summary>Adds to the occupations; returns all ESCO occupation labels, for the head nouns of titles.</summary>
    public static IReadOnlyList<string> AddTo(IReadOnlyList<OccupationText> occupations, string folder)
    {
        var release = Path.Combine(folder, "v1.1.1");
        var described = GzipTable
            .ReadCommas(Path.Combine(release, "occupations_en.csv.gz"), "conceptType")
            .ToDictionary(row => row["conceptUri"], StringComparer.Ordinal);
        var skills = ReadSkills(release);
        var links = GzipTable
            .ReadCommas(Path.Combine(folder, "onet-crosswalk", "crosswalk_esco_onet.csv.gz"), "O*NET Id")
            .ToLookup(row => row["O*NET Id"], StringComparer.Ordinal);
        foreach (var occupation in occupations)
        {
            var linked = Best([.. links[occupation.Code]]).Select(row => row["ESCO or ISCO URI"]);
            foreach (var uri in linked.Distinct(StringComparer.Ordinal).Where(described.ContainsKey))
            {
                Add(occupation, described[uri], skills[uri]);
            }
        }

        return [.. described.Values.SelectMany(Labels)];
    }

    private static IEnumerable<GzipTable.Row> Best(IReadOnlyList<GzipTable.Row> links)
    {
        foreach (var type in MatchTypes)
        {
            var matches = links.Where(link => string.Equals(link["Type of Match"], type, StringComparison.Ordinal));
            if (matches.Any())
            {
                return matches;
            }
        }

        return links;
    }

    private static void Add(
        OccupationText occupation,
        GzipTable.Row esco,
        IEnumerable<(TextKind Kind, string Label)> skills
    )
    {
        foreach (var label in Labels(esco))
        {
            occupation.Add(TextKind.EscoLabel, label);
        }

        occupation.Add(TextKind.EscoDescription, esco["description"]);
        foreach (var (kind, label) in skills)
        {
            occupation.Add(kind, label);
        }
    }

    private static IEnumerable<string> Labels(GzipTable.Row esco) =>
        esco["altLabels"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Prepend(esco["preferredLabel"]);

    private static ILookup<string, (TextKind Kind, string Label)> ReadSkills(string release)
    {
        var labels = GzipTable
            .ReadCommas(Path.Combine(release, "skills_en.csv.gz"), "conceptType")
            .ToDictionary(row => row["conceptUri"], row => row["preferredLabel"], StringComparer.Ordinal);
        return GzipTable
            .ReadCommas(Path.Combine(release, "occupationSkillRelations.csv.gz"), "occupationUri")
            .ToLookup(
                row => row["occupationUri"],
                row =>
                    (
                        row["relationType"] is "essential" ? TextKind.EscoEssentialSkill : TextKind.EscoOptionalSkill,
                        labels[row["skillUri"]]
                    ),
                StringComparer.Ordinal
            );
    }
}
