using CiivSoft.Matching.Profiles;
using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Evidence;

internal static class SkillJudge
{
    private const int GoodLength = 5;
    private const int MaxLength = 45;
    private const int ListShare = 8;

    public static (Judgement Judgement, Quote? Quote) Judge(Requirement requirement, ResumeReading reading)
    {
        var places = Places(requirement, reading).ToList();
        var claimed = places.Where(place => AttitudeOf(place, reading) == Attitude.Claimed).ToList();
        foreach (var place in claimed.OrderByDescending(Rank))
        {
            if (reading.Cut(place.Sentence, place.Start, place.End) is { } quote)
            {
                return (Judgement.Met, quote);
            }
        }

        if (places.Exists(place => AttitudeOf(place, reading) == Attitude.Denied))
        {
            return (Judgement.NotMet, null);
        }

        return places.Count > 0 ? (Judgement.Unknown, null) : Scattered(requirement, reading);
    }

    // Known skills by all their names; a wording that a person added is searched as it is.
    private static IEnumerable<SkillPlace> Places(Requirement requirement, ResumeReading reading)
    {
        var wordings = requirement.Terms.Count > 0 ? requirement.Terms : [requirement.Text];
        foreach (var wording in wordings)
        {
            var names = SkillLexicon.NamesOf(wording);
            foreach (
                var place in names is null ? TermSearch.Find(wording, reading.Sentences) : reading.PlacesOf(names[0])
            )
            {
                yield return place;
            }
        }
    }

    // All words of a name in one sentence, but not together: "managed the annual budget" for budget management.
    private static (Judgement Judgement, Quote? Quote) Scattered(Requirement requirement, ResumeReading reading)
    {
        foreach (
            var name in requirement.Terms.Select(term =>
                Term.Of(term).Where(word => word.IsContent).Select(word => word.Stem).ToList()
            )
        )
        {
            foreach (
                var sentence in reading.Sentences.Where(sentence =>
                    name.Count > 1 && name.TrueForAll(sentence.Stems.Contains)
                )
            )
            {
                var first = sentence.Terms.FindIndex(term => name.Contains(term.Stem));
                var found = sentence.Terms[first];
                if (
                    Polarity.Of(reading.Text, sentence.Terms, first) == Attitude.Claimed
                    && reading.Cut(sentence, found.Start, found.End) is { } quote
                )
                {
                    return (Judgement.Partly, quote);
                }
            }
        }

        return (Judgement.Unknown, null);
    }

    private static Attitude AttitudeOf(SkillPlace place, ResumeReading reading) =>
        Polarity.Of(reading.Text, place.Sentence.Terms, place.First);

    // Work that used the skill says more than a list that names it.
    private static int Rank(SkillPlace place)
    {
        var section = place.Sentence.Section switch
        {
            SectionKind.Experience => 6,
            SectionKind.Summary => 4,
            SectionKind.Achievements or SectionKind.Certificates => 3,
            SectionKind.Skills => 2,
            SectionKind.References or SectionKind.Interests => 0,
            _ => 1,
        };
        var isProse = place.Sentence.Terms.Count is >= GoodLength and <= MaxLength && !IsList(place.Sentence);
        return section + (isProse ? 2 : 0);
    }

    // Hardly a function word: an enumeration, however long.
    private static bool IsList(ResumeSentence sentence) =>
        sentence.Terms.Count(term => !term.IsContent) * ListShare < sentence.Terms.Count;
}
