using CiivSoft.Matching.Profiles;

namespace CiivSoft.Matching.Evidence;

/// <summary>One résumé, read once for all requirements.</summary>
internal sealed record ResumeReading(
    string Text,
    IReadOnlyList<ResumeSentence> Sentences,
    ResumeFacts Facts,
    QuoteCutter Cutter
)
{
    private readonly Lazy<ILookup<string, SkillPlace>> _skills = new(() => FindSkills(Text, Sentences));

    /// <summary>12 × year + month - 1 for "present"; null when it is not known.</summary>
    public int? AsOfMonth { get; init; }

    public IEnumerable<SkillPlace> PlacesOf(string skill) => _skills.Value[skill];

    public ResumeSentence? SentenceAt(int offset) =>
        Sentences.FirstOrDefault(sentence => sentence.Start <= offset && offset < sentence.End);

    public Quote? Cut(ResumeSentence sentence, int start, int end) =>
        Cutter.Cut(sentence.Start, sentence.End, start, end);

    public Quote? CutAt(int start, int length) =>
        SentenceAt(start) is { } sentence ? Cut(sentence, start, start + length) : null;

    private static ILookup<string, SkillPlace> FindSkills(string text, IReadOnlyList<ResumeSentence> sentences) =>
        sentences
            .SelectMany(sentence =>
                Requirements
                    .SkillLexicon.Find(text, sentence.Terms)
                    .Select(mention => (mention.Skill, Place: new SkillPlace(sentence, mention.First, mention.Count)))
            )
            .ToLookup(pair => pair.Skill, pair => pair.Place);
}

/// <summary>Where a skill is named: from which term of which sentence on, how many terms.</summary>
internal sealed record SkillPlace(ResumeSentence Sentence, int First, int Count)
{
    public int Start => Sentence.Terms[First].Start;

    public int End => Sentence.Terms[First + Count - 1].End;
}
