using System.Text.RegularExpressions;
using CiivSoft.Matching.Credentials;
using CiivSoft.Matching.Profiles;
using CiivSoft.Matching.Requirements;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Evidence;

/// <summary>Education, licences and languages: what the résumé states, against the level asked for.</summary>
internal static class FactJudges
{
    private const int NearLicence = 45;

    private static readonly Regex NotHeldBehind = Patterns.Bounded(
        @"^[ ,(:–-]{0,4}([\p{L}-]{1,15}[ ,(:–-]{1,3}){0,2}(expired|lapsed|in progress|part[- ]qualified|expected|papers (passed|remaining))\b"
    );

    private static readonly Regex NotHeldBefore = Patterns.Bounded(
        @"\b(expired|lapsed|part[- ]qualified|pursuing|studying (for|towards?)|working towards?)( the| an?)? {0,2}$"
    );

    public static (Judgement Judgement, Quote? Quote) Education(Requirement requirement, ResumeReading reading)
    {
        var wanted = requirement.MinEducation ?? EducationLevel.School;
        var finished = reading.Facts.Education.Where(fact => !fact.IsUnfinished).ToList();
        if (
            finished
                .Where(fact => fact.Level >= wanted)
                .Select(fact => reading.CutAt(fact.Start, fact.Length))
                .FirstOrDefault(quote => quote is not null) is
            { } met
        )
        {
            return (Judgement.Met, met);
        }

        if (reading.Facts.Education.FirstOrDefault(fact => fact.IsUnfinished && fact.Level >= wanted) is { } begun)
        {
            return (Judgement.Partly, reading.CutAt(begun.Start, begun.Length));
        }

        if (finished.Count == 0)
        {
            return (Judgement.Unknown, null);
        }

        if (!requirement.AcceptsEquivalent)
        {
            return (Judgement.NotMet, null);
        }

        // Where experience may stand in for a degree, the school next below is a part of it; two below says nothing.
        return finished.Find(fact => fact.Level == wanted - 1) is { } near
            ? (Judgement.Partly, reading.CutAt(near.Start, near.Length))
            : (Judgement.Unknown, null);
    }

    public static (Judgement Judgement, Quote? Quote) Licence(Requirement requirement, ResumeReading reading)
    {
        var held = reading.Facts.Licences.FirstOrDefault(fact =>
            requirement.Terms.Contains(fact.Name, StringComparer.OrdinalIgnoreCase)
        );
        if (held is not null)
        {
            return (
                IsHeldNow(held, reading) ? Judgement.Met : Judgement.Partly,
                reading.CutAt(held.Start, held.Length)
            );
        }

        return Credential(requirement, reading) is { } quote
            ? (Judgement.Met, quote)
            : SkillJudge.Judge(requirement, reading);
    }

    // Run out, or not yet passed, said right before or behind it; what is said behind the next licence is of that one.
    private static bool IsHeldNow(NamedFact held, ResumeReading reading)
    {
        var end = held.Start + held.Length;
        var next = reading.Facts.Licences.Where(other => other.Start >= end).Select(other => other.Start);
        var limit = Math.Min(next.DefaultIfEmpty(reading.Text.Length).Min(), end + NearLicence);
        var start = Math.Max(0, held.Start - NearLicence);
        return !NotHeldBehind.IsMatch(reading.Text.AsSpan(end, Math.Max(0, limit - end)))
            && !NotHeldBefore.IsMatch(reading.Text.AsSpan(start, held.Start - start));
    }

    // A degree or a title that nobody has without it shows the credential too.
    private static Quote? Credential(Requirement requirement, ResumeReading reading) =>
        KnownCredentials
            .All.Where(credential => requirement.Terms.Contains(credential.Name, StringComparer.OrdinalIgnoreCase))
            .Select(credential => ShownCredential.Find(reading.Text, credential))
            .OfType<TextSpan>()
            .Select(place => reading.CutAt(place.Start, place.Length))
            .FirstOrDefault(quote => quote is not null);

    public static (Judgement Judgement, Quote? Quote) Language(Requirement requirement, ResumeReading reading)
    {
        var spoken = reading.Facts.Languages.FirstOrDefault(fact =>
            requirement.Terms.Contains(fact.Language, StringComparer.OrdinalIgnoreCase)
        );
        if (spoken is null)
        {
            return (Judgement.Unknown, null);
        }

        var isEnough = requirement.MinLanguage is not { } wanted || spoken.Level >= wanted;
        return (isEnough ? Judgement.Met : Judgement.Partly, reading.CutAt(spoken.Start, spoken.Length));
    }
}
