using System.Collections.Frozen;
using CiivSoft.Matching.Profiles;
using CiivSoft.Matching.Redaction;
using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Evidence;

/// <summary>Looks for work under the posting's title.</summary>
internal static class RoleJudge
{
    private const int MaxTitleLine = 16;

    private static readonly FrozenSet<string> Ranks = FrozenSet.ToFrozenSet([
        "senior",
        "junior",
        "lead",
        "principal",
        "sr",
        "jr",
        "head",
        "chief",
        "entry",
        "level",
        "mid",
        "staff",
        "associate",
        "trainee",
        "experienced",
    ]);

    public static (Judgement Judgement, Quote? Quote) Judge(Requirement requirement, ResumeReading reading)
    {
        foreach (var title in requirement.Terms)
        {
            var words = Term.Of(title).Where(term => term.IsContent && !Ranks.Contains(term.Lower)).ToList();
            if (words.Count == 0)
            {
                continue;
            }

            var wording = string.Join(' ', words.Select(word => word.Lower));
            if (First(TermSearch.Find(wording, reading.Sentences), reading) is { } quote)
            {
                return (Judgement.Met, quote);
            }

            if (Partly(words, reading) is { } near)
            {
                return (Judgement.Partly, near);
            }
        }

        return (Judgement.Unknown, null);
    }

    // A title of the same kind of work: its last word and half of the others.
    private static Quote? Partly(List<Term> words, ResumeReading reading)
    {
        var head = words.FindLast(word => WorkWords.IsTitleHead(word.Lower));
        if (head.Stem is null || words.Count < 2)
        {
            return null;
        }

        var near = reading
            .Sentences.Where(sentence =>
                IsTitleLine(sentence)
                && sentence.Stems.Contains(head.Stem)
                && words.Count(word => sentence.Stems.Contains(word.Stem)) * 2 > words.Count
            )
            .Select(sentence => new SkillPlace(
                sentence,
                sentence.Terms.FindIndex(term => term.Stem.Equals(head.Stem, StringComparison.Ordinal)),
                1
            ));
        return First(near, reading);
    }

    private static Quote? First(IEnumerable<SkillPlace> places, ResumeReading reading) =>
        places
            .Where(place =>
                Polarity.Of(reading.Text, place.Sentence.Terms, place.First) == Attitude.Claimed
                && place.Sentence.Section
                    is not (SectionKind.References or SectionKind.Interests or SectionKind.Education)
            )
            .OrderByDescending(place => Rank(place, reading))
            .Select(place => reading.Cut(place.Sentence, place.Start, place.End))
            .FirstOrDefault(quote => quote is not null);

    private static int Rank(SkillPlace place, ResumeReading reading) =>
        (place.Sentence.Section == SectionKind.Experience ? 2 : 0)
        + (IsTitleLine(place.Sentence) ? 2 : 0)
        + (
            reading.Facts.Work.Any(work => work.Start >= place.Sentence.Start && work.Start < place.Sentence.End)
                ? 1
                : 0
        );

    private static bool IsTitleLine(ResumeSentence sentence) => sentence.Terms.Count <= MaxTitleLine;
}
