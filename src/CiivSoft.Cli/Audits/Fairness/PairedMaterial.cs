using CiivSoft.Cli.Audits.Material;
using CiivSoft.Matching;
using CiivSoft.Matching.Postings;

namespace CiivSoft.Cli.Audits.Fairness;

/// <summary>Résumés, each with the postings that it is compared with: the one nearest to it and one drawn.</summary>
internal sealed class PairedMaterial
{
    private readonly PostingProfile[] _postings;
    private readonly (string Text, string Headline, PostingProfile Nearest)[] _resumes;

    public PairedMaterial(IMatchingEngine engine, AuditMaterial material, int count, Chance chance)
    {
        _postings =
        [
            .. material
                .Postings.AsParallel()
                .AsOrdered()
                .Select(posting => engine.ReadPosting(new PostingSource(posting.Title, posting.Text))),
        ];
        _resumes =
        [
            .. chance.Draw(material.Resumes, count).AsParallel().AsOrdered().Select(text => Nearest(engine, text)),
        ];
    }

    public int Count => _resumes.Length;

    /// <summary>One after the other, from the first again behind the last.</summary>
    public (string Text, string Headline, IReadOnlyList<PostingProfile> Postings) At(int index)
    {
        var (text, headline, nearest) = _resumes[index % _resumes.Length];
        return (text, headline, [nearest, _postings[index % _postings.Length]]);
    }

    private (string Text, string Headline, PostingProfile Nearest) Nearest(IMatchingEngine engine, string text)
    {
        var resume = engine.ReadResume(new ResumeSource(text, PersonDetails.None));
        var headline = resume.Roles is [var latest, ..] ? latest.Title : "Professional";
        return (text, headline, _postings.MaxBy(posting => engine.Score(posting, resume).Value) ?? _postings[0]);
    }
}
