namespace CiivSoft.Grains.Candidates;

/// <summary>Verdicts as they are stored and shown. There is none that says rejected.</summary>
internal static class Verdicts
{
    public const string Match = "match";
    public const string NoMatch = "no-match";
    public const string Lead = "lead";
    public const string None = "none";
    public const string Unreadable = "unreadable";
    public const string NeedsOcr = "needs-ocr";
    public const string NoResume = "no-resume";
    public const string NotJudgeable = "not-judgeable";
    public const string LanguageNotSupported = "language-not-supported";
    public const string TooShort = "too-short";
    public const string LeftAlone = "left-alone";
}
