using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Evidence;

/// <summary>Compares years asked for with years stated, and with dated work.</summary>
internal static class YearsJudge
{
    public static (Judgement Judgement, Quote? Quote) Judge(
        Requirement requirement,
        ResumeReading reading,
        RelatedJob? related
    )
    {
        if (requirement.MinYears is not { } wanted)
        {
            return (Judgement.Unknown, null);
        }

        var topic = TopicOf(requirement.Terms);
        if (Stated(reading, topic, wanted) is { } stated)
        {
            return (Judgement.Met, stated);
        }

        var months = reading.Facts.MonthsOfWork;
        if (months == 0)
        {
            return (Judgement.Unknown, null);
        }

        if (months < wanted * 12)
        {
            return (GoesOnUnknown(reading) ? Judgement.Unknown : Judgement.NotMet, null);
        }

        if (topic.Count == 0)
        {
            return (Judgement.Met, TellingWork(reading.Facts.Work, topic, reading));
        }

        // Years count where the work itself had to do with the topic: nine years of anything are no two years of sales.
        return RelevantWork.LastsFor(wanted, topic, reading) is { } relevant
            ? (Judgement.Met, TellingWork(relevant, topic, reading))
            : (
                Judgement.Partly,
                TopicAtWork(requirement, reading, topic) ?? UnderAnotherTitle(requirement, wanted, related, reading)
            );
    }

    // Who says "since 2019" and not when it was written may have any number of years.
    private static bool GoesOnUnknown(ResumeReading reading) =>
        reading.AsOfMonth is null && reading.Facts.Work.Any(period => period.EndMonth is null);

    // Years as an HGV driver are part of what a posting asks for that wants an LGV driver.
    private static Quote? UnderAnotherTitle(
        Requirement requirement,
        int wanted,
        RelatedJob? related,
        ResumeReading reading
    ) =>
        related?.StandsFor(requirement) == true
        && RelevantWork.LastsFor(wanted, TopicOf([related.Role.Title]), reading) is not null
            ? reading.CutAt(related.Role.Start, related.Role.Length)
            : null;

    private static List<string> TopicOf(IEnumerable<string> terms) =>
        terms.SelectMany(Term.Of).Where(term => term.IsContent).Select(term => term.Stem).Distinct().ToList();

    private static Quote? Stated(ResumeReading reading, List<string> topic, int wanted)
    {
        // A course of three years is no work.
        foreach (var sentence in reading.Sentences.Where(s => s.Section != Profiles.SectionKind.Education))
        {
            var years = YearsReader.Find(reading.Text, sentence.Start, sentence.Length, IsOfThePerson(sentence));
            if (
                years is { } found
                && found.Years >= wanted
                && Covers(sentence, topic)
                && reading.CutAt(found.Start, found.Length) is { } quote
            )
            {
                return quote;
            }
        }

        return null;
    }

    // "Software engineer, 8 years": above the work history a number of years is one of work.
    private static bool IsOfThePerson(ResumeSentence sentence) => sentence.Section == Profiles.SectionKind.Summary;

    private static Quote? TopicAtWork(Requirement requirement, ResumeReading reading, List<string> topic) =>
        SkillJudge.Judge(requirement, reading) is (Judgement.Met, { } quote) ? quote : WordsAtWork(reading, topic);

    private static Quote? WordsAtWork(ResumeReading reading, List<string> topic) =>
        reading
            .Sentences.Where(sentence => Covers(sentence, topic))
            .Select(sentence => (sentence, term: sentence.Terms.Find(term => topic.Contains(term.Stem))))
            .OrderByDescending(pair => pair.sentence.Section == Profiles.SectionKind.Experience)
            .Select(pair => reading.Cut(pair.sentence, pair.term.Start, pair.term.End))
            .FirstOrDefault(quote => quote is not null);

    // Of several jobs the one whose own words name the topic, whatever the person does now; of those the present one, the longest.
    private static Quote? TellingWork(
        IEnumerable<Profiles.WorkPeriod> work,
        List<string> topic,
        ResumeReading reading
    ) =>
        work.OrderByDescending(work => work.EndMonth is null)
            .ThenByDescending(work => (work.EndMonth ?? work.FirstMonth) - work.FirstMonth)
            .Select(work => reading.CutAt(work.Start, work.Length))
            .OfType<Quote>()
            .OrderByDescending(quote => Covers(Term.Of(quote.Text).Select(term => term.Stem).ToHashSet(), topic))
            .FirstOrDefault();

    private static bool Covers(ResumeSentence sentence, List<string> topic) => Covers(sentence.Stems, topic);

    private static bool Covers(IReadOnlySet<string> stems, List<string> topic) =>
        topic.Count(stems.Contains) * 3 >= topic.Count * 2;
}
