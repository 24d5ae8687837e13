namespace CiivSoft.Training.Knowledge;

/// <summary>Reads O*NET 29.3 (USDOL/ETA, CC BY 4.0).</summary>
internal static class OnetReader
{
    private const string Code = "O*NET-SOC Code";

    /// <summary>One entry for each occupation, in the order of the codes.</summary>
    public static IReadOnlyList<OccupationText> Read(string folder)
    {
        var occupations = new SortedDictionary<string, OccupationText>(StringComparer.Ordinal);
        foreach (var row in GzipTable.ReadTabs(Path.Combine(folder, "occupation_data.tsv.gz")))
        {
            var occupation = new OccupationText(row[Code]);
            occupation.Add(TextKind.Title, row["Title"]);
            occupation.Add(TextKind.Description, row["Description"]);
            occupations.Add(occupation.Code, occupation);
        }

        void Add(string file, TextKind kind, params string[] columns)
        {
            foreach (var row in GzipTable.ReadTabs(Path.Combine(folder, file)))
            {
                foreach (var column in columns)
                {
                    occupations[row[Code]].Add(kind, row[column]);
                }
            }
        }

        Add("alternate_titles.tsv.gz", TextKind.AlternateTitle, "Alternate Title", "Short Title");
        Add("sample_of_reported_titles.tsv.gz", TextKind.ReportedTitle, "Reported Job Title");
        Add("task_statements.tsv.gz", TextKind.Task, "Task");
        Add("tasks_to_dwas.tsv.gz", TextKind.WorkActivity, "DWA Title");
        Add("technology_skills.tsv.gz", TextKind.Technology, "Example", "Commodity Title");
        Add("tools_used.tsv.gz", TextKind.Tool, "Example", "Commodity Title");
        return [.. occupations.Values];
    }
}
