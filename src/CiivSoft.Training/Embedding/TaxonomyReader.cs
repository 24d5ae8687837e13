namespace CiivSoft.Training.Embedding;

/// <summary>Reads O*NET 29.3, ESCO v1.1.1 and the crosswalk between them, in the order of the files.</summary>
internal sealed class TaxonomyReader(string folder)
{
    private readonly Dictionary<string, Concept> _onet = [];
    private readonly Dictionary<string, Concept> _escoOccupations = [];
    private readonly Dictionary<string, Concept> _escoSkills = [];

    public Taxonomies Read()
    {
        ReadOnet();
        ReadEsco();
        ReadCrosswalk();
        return new Taxonomies([.. _onet.Values], [.. _escoOccupations.Values], [.. _escoSkills.Values]);
    }

    private void ReadOnet()
    {
        foreach (var row in Onet("occupation_data"))
        {
            var concept = new Concept(row["O*NET-SOC Code"]);
            concept.Titles.Add(row["Title"]);
            concept.Descriptions.Add(row["Description"]);
            _onet.Add(concept.Id, concept);
        }
        foreach (var row in Onet("alternate_titles"))
        {
            Add(Of(row).Titles, row["Alternate Title"]);
            Add(Of(row).Titles, row["Short Title"]);
        }
        foreach (var row in Onet("sample_of_reported_titles"))
        {
            Add(Of(row).Titles, row["Reported Job Title"]);
        }
        foreach (var row in Onet("task_statements").Concat(Onet("emerging_tasks")))
        {
            Add(Of(row).Tasks, row["Task"]);
        }
        foreach (var row in Onet("technology_skills").Concat(Onet("tools_used")))
        {
            Add(Of(row).Tools, row["Example"]);
        }
    }

    private void ReadEsco()
    {
        foreach (var row in Esco("skills_en", "conceptType"))
        {
            _escoSkills.Add(row["conceptUri"], Labelled(row));
        }
        foreach (var row in Esco("occupations_en", "conceptType"))
        {
            _escoOccupations.Add(row["conceptUri"], Labelled(row));
        }
        foreach (var row in Esco("occupationSkillRelations", "occupationUri"))
        {
            // One occupation of the relations is not in the file of occupations.
            if (
                _escoOccupations.TryGetValue(row["occupationUri"], out var occupation)
                && _escoSkills.TryGetValue(row["skillUri"], out var skill)
            )
            {
                var kind = row["relationType"] is "essential" ? occupation.Tasks : occupation.Tools;
                kind.Add(skill.Titles[0]);
            }
        }
    }

    private void ReadCrosswalk()
    {
        var path = Path.Combine(folder, "esco", "onet-crosswalk", "crosswalk_esco_onet.csv.gz");
        foreach (var row in GzipTable.ReadCommas(path, "O*NET Id"))
        {
            // Some rows link to an ISCO group, which is no occupation.
            if (
                _onet.TryGetValue(row["O*NET Id"], out var onet)
                && _escoOccupations.TryGetValue(row["ESCO or ISCO URI"], out var esco)
            )
            {
                onet.Links.Add(esco);
                esco.Links.Add(onet);
            }
        }
    }

    private static Concept Labelled(GzipTable.Row row)
    {
        var concept = new Concept(row["conceptUri"]);
        concept.Titles.Add(row["preferredLabel"]);
        foreach (var label in row.Lines("altLabels").Concat(row.Lines("hiddenLabels")))
        {
            Add(concept.Titles, label);
        }
        Add(concept.Descriptions, row["description"]);
        return concept;
    }

    private static void Add(List<string> texts, string text)
    {
        if (text.Length > 0 && !texts.Contains(text))
        {
            texts.Add(text);
        }
    }

    private Concept Of(GzipTable.Row row) => _onet[row["O*NET-SOC Code"]];

    private IEnumerable<GzipTable.Row> Onet(string name) =>
        GzipTable.ReadTabs(Path.Combine(folder, "onet", $"{name}.tsv.gz"));

    private IEnumerable<GzipTable.Row> Esco(string name, string firstColumn) =>
        GzipTable.ReadCommas(Path.Combine(folder, "esco", "v1.1.1", $"{name}.csv.gz"), firstColumn);
}

internal sealed record Taxonomies(
    IReadOnlyList<Concept> OnetOccupations,
    IReadOnlyList<Concept> EscoOccupations,
    IReadOnlyList<Concept> EscoSkills
);
