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

    // Last words that say nothing of the work alone.
    private static readonly FrozenSet<string> Vague = FrozenSet.ToFrozenSet([
        "manager",
        "assistant",
        "associate",
        "specialist",
        "representative",
        "executive",
        "officer",
        "coordinator",
        "supervisor",
        "director",
        "consultant",
        "analyst",
        "technician",
        "worker",
        "operator",
        "clerk",
        "agent",
        "administrator",
        "advisor",
        "adviser",
        "leader",
        "member",
        "intern",
        "expert",
        "professional",
        "engineer",
        "developer",
        "designer",
        "architect",
        "attendant",
        "aide",
        "helper",
        "apprentice",
        "owner",
        "partner",
    ]);

    public static (Judgement Judgement, Quote? Quote) Judge(
        Requirement requirement,
        ResumeReading reading,
        RelatedJob? related
    )
    {
        foreach (var title in requirement.Terms)
        {
            var words = TellingWords(title);
            if (words.Count == 0)
            {
                continue;
            }

            var head = words.FindLast(word => WorkWords.IsTitleHead(word.Lower));
            var wording = string.Join(' ', words.Select(word => word.Lower));
            var same = TermSearch
                .Find(wording, reading.Sentences)
                .Where(place => head.Lower is null || HasHead(place.Sentence, head));
            if (First(same.OrderByDescending(place => IsSenior(place.Sentence.Terms)), reading) is { } quote)
            {
                // An accountant has not shown to be a senior one.
                var isShort = IsSenior(Term.Of(title)) && !IsSenior(Term.Of(quote.Text));
                return (isShort ? Judgement.Partly : Judgement.Met, quote);
            }

            if (head.Lower is not null && words.Count > 1 && Partly(words, head, reading) is { } near)
            {
                return (Judgement.Partly, near);
            }
        }

        return related?.StandsFor(requirement) == true
            ? (Judgement.Partly, reading.CutAt(related.Role.Start, related.Role.Length))
            : (Judgement.Unknown, null);
    }

    // A rank before the work is left out; as the last word it is the work: "sales" alone makes no sales associate.
    private static List<Term> TellingWords(string title)
    {
        var words = Term.Of(title).Where(term => term.IsContent).ToList();
        return [.. words.Where((term, i) => i == words.Count - 1 || !Ranks.Contains(term.Lower))];
    }

    // A title of the same kind of work: its last word, and most of the others where that word is vague.
    private static Quote? Partly(List<Term> words, Term head, ResumeReading reading)
    {
        var near = reading
            .Sentences.Where(sentence =>
                IsTitleLine(sentence)
                && Closing(sentence, head, reading) >= 0
                && (
                    !Vague.Contains(head.Lower)
                    || words.Count(word => sentence.Stems.Contains(word.Stem)) * 2 > words.Count
                )
            )
            .Select(sentence => new SkillPlace(sentence, Closing(sentence, head, reading), 1));
        return First(near, reading);
    }

    // Where the word ends a title: a device driver developer drives nothing, and nobody cooks at Captain Cook School.
    private static int Closing(ResumeSentence sentence, Term head, ResumeReading reading) =>
        sentence.Terms.FindIndex(term =>
            term.Lower.Equals(head.Lower, StringComparison.Ordinal)
            && char.IsUpper(reading.Text[term.Start])
            && IsTitleEnd(reading.Text.AsSpan(term.End))
        );

    private static bool IsTitleEnd(ReadOnlySpan<char> after)
    {
        var rest = after.TrimStart(' ');
        return rest.IsEmpty
            || !char.IsLetter(rest[0])
            || rest.StartsWith("at ", StringComparison.Ordinal)
            || rest.StartsWith("II", StringComparison.Ordinal);
    }

    private static bool IsSenior(List<Term> terms) =>
        terms.Exists(term => term.Lower is "senior" or "sr" or "lead" or "principal" or "head" or "chief");

    private static bool HasHead(ResumeSentence sentence, Term head) =>
        sentence.Terms.Exists(term => IsWord(term, head));

    // Designer, not design: the stem is the same.
    private static bool IsWord(Term term, Term head) =>
        term.Lower.Equals(head.Lower, StringComparison.Ordinal)
        || (
            term.Lower.Length == head.Lower.Length + 1
            && term.Lower[^1] == 's'
            && term.Lower.StartsWith(head.Lower, StringComparison.Ordinal)
        );

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
