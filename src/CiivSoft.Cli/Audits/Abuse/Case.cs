using CiivSoft.Matching;
using CiivSoft.Matching.Postings;

namespace CiivSoft.Cli.Audits.Abuse;

/// <summary>A résumé, a posting that it is compared with, and the product's scores of the two.</summary>
internal sealed class Case
{
    private readonly IMatchingEngine _engine;
    private readonly PostingProfile _posting;

    public Case(IMatchingEngine engine, string text, PostingProfile posting)
    {
        _engine = engine;
        _posting = posting;
        Text = text;
        Honest = Score(text);
    }

    /// <summary>The honest résumé.</summary>
    public string Text { get; }

    /// <summary>The honest résumé's score.</summary>
    public double Honest { get; }

    /// <summary>The score of a changed text.</summary>
    public double Score(string changed) =>
        _engine.Score(_posting, _engine.ReadResume(new ResumeSource(changed, PersonDetails.None))).Value;
}
