using System.Collections.Frozen;
using CiivSoft.Matching.Profiles;
using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Evidence;

/// <summary>Duties and other wishes: the sentence of the résumé that shares most words with them.</summary>
internal static class CoverageJudge
{
    private const double MetShare = 0.6;
    private const double PartShare = 0.4;
    private const int MinWords = 3;

    // Words that most postings and résumés share.
    private static readonly FrozenSet<string> Filler = FrozenSet.ToFrozenSet([
        "experience",
        "experienced",
        "years",
        "year",
        "role",
        "skills",
        "skill",
        "ability",
        "able",
        "knowledge",
        "work",
        "working",
        "strong",
        "excellent",
        "good",
        "great",
        "including",
        "required",
        "preferred",
        "demonstrated",
        "proven",
        "related",
        "relevant",
        "job",
        "position",
        "candidate",
        "company",
        "team",
        "environment",
        "understanding",
        "new",
        "well",
        "etc",
        "name",
    ]);

    public static (Judgement Judgement, Quote? Quote) Judge(Requirement requirement, ResumeReading reading)
    {
        var wanted = requirement
            .Terms.SelectMany(Term.Of)
            .Where(term => term.IsContent && !Filler.Contains(term.Lower))
            .Select(term => term.Stem)
            .Distinct()
            .ToList();
        var best = reading
            .Sentences.Where(sentence => sentence.Section is not (SectionKind.References or SectionKind.Interests))
            .Select(sentence => (sentence, shared: wanted.Count(sentence.Stems.Contains)))
            .OrderByDescending(pair => pair.shared)
            .ThenBy(pair => pair.sentence.Terms.Count)
            .FirstOrDefault();
        if (best.sentence is null || best.shared < MinWords || best.shared < PartShare * wanted.Count)
        {
            return (Judgement.Unknown, null);
        }

        var first = DensestFrom(best.sentence, wanted);
        if (Polarity.Of(reading.Text, best.sentence.Terms, first) != Attitude.Claimed)
        {
            return (Judgement.Unknown, null);
        }

        var found = best.sentence.Terms[first];
        var judgement = best.shared >= MetShare * wanted.Count ? Judgement.Met : Judgement.Partly;
        return (judgement, reading.Cut(best.sentence, found.Start, found.End));
    }

    // The first of the matching words that have most others right behind them.
    private static int DensestFrom(ResumeSentence sentence, List<string> wanted)
    {
        var places = Enumerable
            .Range(0, sentence.Terms.Count)
            .Where(i => wanted.Contains(sentence.Terms[i].Stem))
            .ToList();
        return places
            .OrderByDescending(i =>
                places.Count(other =>
                    other >= i && sentence.Terms[other].End - sentence.Terms[i].Start <= Quote.MaxLength
                )
            )
            .First();
    }
}
