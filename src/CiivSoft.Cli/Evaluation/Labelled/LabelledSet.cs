namespace CiivSoft.Cli.Evaluation.Labelled;

/// <summary>Postings and résumés with judgements, in the layout of the labelled data; all by index.</summary>
internal sealed class LabelledSet
{
    private LabelledSet(string name, IReadOnlyList<JobRow> jobs, IReadOnlyList<ResumeRow> resumes)
    {
        Name = name;
        Jobs = jobs;
        Resumes = resumes;
        Pools = [.. jobs.Select(_ => Array.Empty<int>())];
        Relevant = [.. jobs.Select(_ => new HashSet<int>())];
        Grades = [.. jobs.Select(_ => new Dictionary<int, int>())];
    }

    public string Name { get; }

    public IReadOnlyList<JobRow> Jobs { get; }

    public IReadOnlyList<ResumeRow> Resumes { get; }

    /// <summary>The listed pairs, for FiiLTER.</summary>
    public IReadOnlyList<(int Job, int Resume, bool IsFit)> Pairs { get; private init; } = [];

    /// <summary>By job, the résumés that are ranked.</summary>
    public int[][] Pools { get; }

    /// <summary>By job, the résumés that fit.</summary>
    public HashSet<int>[] Relevant { get; }

    /// <summary>By job, how well a résumé fits, 0 to 3; what is missing counts 0.</summary>
    public Dictionary<int, int>[] Grades { get; }

    /// <summary>True when each job ranks only the résumés that a person graded for it.</summary>
    public bool IsJudged { get; private set; }

    /// <param name="folder">Holds jobs, resumes, pairs and rel files of the split.</param>
    /// <param name="split">The middle part of the file names, such as dev.</param>
    public static LabelledSet Load(string folder, string split)
    {
        var jobs = JsonLines.Read<JobRow>(Path.Combine(folder, $"jobs.{split}.jsonl")).ToArray();
        var resumes = JsonLines.Read<ResumeRow>(Path.Combine(folder, $"resumes.{split}.jsonl.gz")).ToArray();
        var jobIndex = jobs.Index().ToDictionary(x => x.Item.JobId, x => x.Index, StringComparer.Ordinal);
        var resumeIndex = resumes.Index().ToDictionary(x => x.Item.ResumeId, x => x.Index, StringComparer.Ordinal);
        var pairs = JsonLines
            .Read<PairRow>(Path.Combine(folder, $"pairs.{split}.jsonl"))
            .Select(pair => (jobIndex[pair.JobId], resumeIndex[pair.ResumeId], pair.Label == 1));
        var set = new LabelledSet(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), jobs, resumes)
        {
            Pairs = [.. pairs],
        };
        foreach (var row in JsonLines.Read<RelevanceRow>(Path.Combine(folder, $"rel.{split}.jsonl")))
        {
            set.Add(jobIndex[row.JobId], row, resumeIndex);
        }

        return set;
    }

    private void Add(int job, RelevanceRow row, Dictionary<string, int> resumeIndex)
    {
        Relevant[job].UnionWith(row.Relevant.Select(id => resumeIndex[id]));
        if (row.Judged is { } judged)
        {
            IsJudged = true;
            Pools[job] = [.. judged.Keys.Select(id => resumeIndex[id])];
            foreach (var (id, grade) in judged)
            {
                Grades[job][resumeIndex[id]] = grade;
            }

            return;
        }

        var excluded = (row.Excluded ?? []).Select(id => resumeIndex[id]).ToHashSet();
        Pools[job] = [.. Enumerable.Range(0, Resumes.Count).Where(resume => !excluded.Contains(resume))];
        foreach (var resume in Relevant[job])
        {
            Grades[job][resume] = 1;
        }
    }
}
