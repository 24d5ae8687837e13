using CiivSoft.Cli.Audits.Material;
using CiivSoft.Matching;
using CiivSoft.Matching.Postings;
using CiivSoft.Matching.Roles;

namespace CiivSoft.Cli.Audits.Abuse;

/// <summary>
/// Pairs to try abuse on: résumés against postings that lie near below the bar, where a little help pays, and against
/// any others; and the field of a hundred that each posting's places are counted in.
/// </summary>
internal sealed class CaseList
{
    /// <summary>Places are counted among so many.</summary>
    public const int Field = 100;

    /// <summary>Shorter postings are used where there are no longer ones.</summary>
    public const int MinPostingWords = 60;

    private readonly AuditPosting[] _sources;
    private readonly PostingProfile[] _postings;
    private readonly ResumeProfile[] _resumes;
    private readonly IMatchingEngine _engine;

    public CaseList(IMatchingEngine engine, AuditMaterial material, int maxPostings, int maxResumes, Chance chance)
    {
        _engine = engine;
        var telling = material
            .Postings.Where(posting => posting.Text.Count(char.IsWhiteSpace) >= MinPostingWords)
            .ToList();
        AreTelling = telling.Count > 0;
        _sources = chance.Draw(AreTelling ? telling : material.Postings, maxPostings);
        _postings =
        [
            .. _sources.AsParallel().AsOrdered().Select(p => engine.ReadPosting(new PostingSource(p.Title, p.Text))),
        ];
        _resumes =
        [
            .. chance
                .Draw(material.Resumes, maxResumes)
                .AsParallel()
                .AsOrdered()
                .Select(text => engine.ReadResume(new ResumeSource(text, PersonDetails.None))),
        ];
    }

    /// <summary>Whether the postings say enough for somebody to copy: a list of ten skills is what an honest résumé has too.</summary>
    public bool AreTelling { get; }

    public int PostingCount => _postings.Length;

    public IReadOnlyList<ResumeProfile> Resumes => _resumes;

    /// <summary>A case and its posting's source. Every second is drawn from the posting's upper tenth of those below the bar.</summary>
    public (Case Case, AuditPosting Posting, int PostingIndex) At(int index, Chance chance)
    {
        var which = index % _postings.Length;
        var posting = _postings[which];
        var resume = index / _postings.Length % 2 == 0 ? chance.Pick(_resumes) : Near(posting, chance);
        return (new Case(_engine, resume.Text, posting), _sources[which], which);
    }

    /// <summary>Scores of a hundred others for a posting.</summary>
    public double[] FieldOf(int posting, Chance chance) =>
        [.. chance.Draw(_resumes, Field - 1).Select(resume => _engine.Score(_postings[posting], resume).Value)];

    /// <summary>Every posting with every one of so many résumés: honest pairs, for false alarms.</summary>
    public IEnumerable<(AuditPosting Posting, ResumeProfile Resume)> HonestPairs(int count, Chance chance) =>
        Enumerable.Range(0, count).Select(i => (_sources[i % _sources.Length], chance.Pick(_resumes)));

    private ResumeProfile Near(PostingProfile posting, Chance chance)
    {
        var below = chance
            .Draw(_resumes, Field)
            .Select(resume => (resume, score: _engine.Score(posting, resume).Value))
            .Where(pair => pair.score < _engine.FiilterCut)
            .OrderByDescending(pair => pair.score)
            .Take(Field / 10)
            .Select(pair => pair.resume)
            .ToList();
        return below.Count > 0 ? chance.Pick(below) : chance.Pick(_resumes);
    }
}
