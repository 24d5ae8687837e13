using CiivSoft.Matching;
using CiivSoft.Matching.Postings;

namespace CiivSoft.Cli.Audits.Abuse;

/// <summary>A résumé, a posting that it is compared with, and the product's scores of the two.</summary>
internal sealed class Case(IMatchingEngine engine, string text, PostingProfile posting)
{
    /// <summary>The honest résumé.</summary>
    public string Text => text;

    public PostingProfile Posting => posting;

    /// <summary>The honest résumé's score.</summary>
    public double Honest { get; } = ScoreOf(engine, posting, text);

    /// <summary>The score with something added to the text.</summary>
    public double Score(string changed) => ScoreOf(engine, posting, changed);

    private static double ScoreOf(IMatchingEngine engine, PostingProfile posting, string text) =>
        engine.Score(posting, engine.ReadResume(new ResumeSource(text, PersonDetails.None))).Value;
}
