using CiivSoft.Cli.Evaluation.Labelled;
using CiivSoft.Matching.Text;

namespace CiivSoft.Cli.Evaluation;

/// <summary>TF-IDF cosine and BM25 with frequencies counted on the very set: what plain word matching gives.</summary>
internal sealed class LexicalBaselines
{
    private const double K1 = 1.5;
    private const double B = 0.75;
    private const int OpeningLength = 800;

    private readonly IReadOnlyList<IReadOnlyDictionary<string, int>> _jobs;
    private readonly IReadOnlyList<IReadOnlyDictionary<string, int>> _titles;
    private readonly IReadOnlyList<IReadOnlyDictionary<string, int>> _resumes;
    private readonly IReadOnlyList<IReadOnlyDictionary<string, int>> _openings;
    private readonly double[] _jobNorms;
    private readonly double[] _resumeNorms;
    private readonly int[] _resumeLengths;
    private readonly Dictionary<string, int> _frequency = new(StringComparer.Ordinal);
    private readonly double _meanLength;

    public LexicalBaselines(LabelledSet set)
    {
        _jobs = [.. set.Jobs.Select(job => Count($"{job.Title}\n{job.Text}"))];
        _resumes = [.. set.Resumes.Select(resume => Count(resume.Text ?? ""))];
        _titles = [.. set.Jobs.Select(job => Count(job.Title ?? ""))];
        _openings = [.. set.Resumes.Select(resume => Count(Opening(resume.Text ?? "")))];
        foreach (var stem in _jobs.Concat(_resumes).SelectMany(document => document.Keys))
        {
            _frequency[stem] = _frequency.GetValueOrDefault(stem) + 1;
        }

        _jobNorms = [.. _jobs.Select(Norm)];
        _resumeNorms = [.. _resumes.Select(Norm)];
        _resumeLengths = [.. _resumes.Select(resume => resume.Values.Sum())];
        _meanLength = Math.Max(1, _resumeLengths.Average());
    }

    public double TfIdf(int job, int resume)
    {
        var shared = _jobs[job].Where(term => _resumes[resume].ContainsKey(term.Key));
        var dot = shared.Sum(term => Weight(term.Key, term.Value) * Weight(term.Key, _resumes[resume][term.Key]));
        return dot > 0 ? dot / (_jobNorms[job] * _resumeNorms[resume]) : 0;
    }

    /// <summary>Eight scores that count words and know nothing.</summary>
    public double[] SimpleScores(int job, int resume)
    {
        var (posting, whole, title) = (_jobs[job], _resumes[resume], _titles[job]);
        var shared = posting.Keys.Count(whole.ContainsKey);
        var bm25 = Bm25(job, resume);
        return
        [
            TfIdf(job, resume),
            bm25,
            bm25 / Math.Max(1, posting.Count),
            shared / (double)Math.Max(1, posting.Count),
            shared / (double)Math.Max(1, posting.Count + whole.Count - shared),
            title.Keys.Count(whole.ContainsKey) / (double)Math.Max(1, title.Count),
            title.Keys.Count(_openings[resume].ContainsKey) / (double)Math.Max(1, title.Count),
            posting.Keys.Count(_openings[resume].ContainsKey) / Math.Sqrt(Math.Max(1, _openings[resume].Count)),
        ];
    }

    public double Bm25(int job, int resume)
    {
        var length = K1 * (1 - B + (B * _resumeLengths[resume] / _meanLength));
        return _jobs[job]
            .Keys.Where(_resumes[resume].ContainsKey)
            .Sum(stem => Bm25(stem, _resumes[resume][stem], length));
    }

    private double Bm25(string stem, int count, double length)
    {
        var documents = _frequency[stem];
        var rarity = Math.Log(1 + ((_jobs.Count + _resumes.Count - documents + 0.5) / (documents + 0.5)));
        return rarity * count * (K1 + 1) / (count + length);
    }

    private static string Opening(string text) => text[..Math.Min(text.Length, OpeningLength)];

    private static Dictionary<string, int> Count(string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = new WordReader(text);
        while (words.MoveNext())
        {
            var stem = EnglishStemmer.Stem(words.Current);
            counts[stem] = counts.GetValueOrDefault(stem) + 1;
        }

        return counts;
    }

    private double Norm(IReadOnlyDictionary<string, int> document) =>
        Math.Sqrt(document.Sum(term => Math.Pow(Weight(term.Key, term.Value), 2)));

    private double Weight(string stem, int count) =>
        (1 + Math.Log(count)) * Math.Log((_jobs.Count + _resumes.Count + 1.0) / _frequency[stem]);
}
