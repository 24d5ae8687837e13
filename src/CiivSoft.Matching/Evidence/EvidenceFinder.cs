using CiivSoft.Matching.Profiles;
using CiivSoft.Matching.Redaction;
using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Evidence;

/// <summary>Judges each requirement of a posting against a résumé. It explains a match; it does not score one.</summary>
public static class EvidenceFinder
{
    /// <summary>One finding for each requirement, in their order.</summary>
    /// <param name="requirements">What the posting asks for.</param>
    /// <param name="resumeText">The original text; quotes and offsets are from it.</param>
    /// <param name="redacted">The same text redacted; nothing that it lacks is read or quoted.</param>
    /// <param name="asOfMonth">
    /// 12 × year + month - 1 for "present", such as the month of the application; null when it is not known: then work
    /// that goes on counts up to the latest date in the résumé, and too few years are no proof that years are missing.
    /// </param>
    /// <param name="related">A job of the résumé that is called otherwise than the posting and means much the same; null for none.</param>
    public static IReadOnlyList<Finding> Judge(
        RequirementList requirements,
        string resumeText,
        RedactedText redacted,
        int? asOfMonth = null,
        RelatedJob? related = null
    )
    {
        ArgumentNullException.ThrowIfNull(redacted);
        return Judge(requirements, resumeText, redacted.Text, asOfMonth, related);
    }

    /// <summary>The same, with the redacted text as a string of the original's length.</summary>
    /// <exception cref="ArgumentException">The two texts differ in length.</exception>
    public static IReadOnlyList<Finding> Judge(
        RequirementList requirements,
        string resumeText,
        string redactedText,
        int? asOfMonth = null,
        RelatedJob? related = null
    )
    {
        ArgumentNullException.ThrowIfNull(requirements);
        ArgumentNullException.ThrowIfNull(resumeText);
        ArgumentNullException.ThrowIfNull(redactedText);
        if (resumeText.Length != redactedText.Length)
        {
            throw new ArgumentException("The redacted text must be as long as the original.", nameof(redactedText));
        }

        var sentences = ResumeSentences.Of(redactedText);
        var reading = new ResumeReading(
            redactedText,
            sentences,
            ResumeFactsReader.Read(redactedText, sentences, asOfMonth),
            new QuoteCutter(resumeText, redactedText)
        )
        {
            AsOfMonth = asOfMonth,
        };
        return [.. requirements.Items.Select(requirement => Judge(requirement, reading, related))];
    }

    private static Finding Judge(Requirement requirement, ResumeReading reading, RelatedJob? related)
    {
        var (judgement, quote) = requirement.Kind switch
        {
            RequirementKind.Role => RoleJudge.Judge(requirement, reading, related),
            RequirementKind.Skill => SkillJudge.Judge(requirement, reading),
            RequirementKind.Years => YearsJudge.Judge(requirement, reading, related),
            RequirementKind.Education => FactJudges.Education(requirement, reading),
            RequirementKind.Licence => FactJudges.Licence(requirement, reading),
            RequirementKind.Language => FactJudges.Language(requirement, reading),
            _ => CoverageJudge.Judge(requirement, reading),
        };

        // What cannot be shown in the résumé's own words is not claimed.
        var isShown = quote is not null || judgement is not (Judgement.Met or Judgement.Partly);
        return new Finding(requirement, isShown ? judgement : Judgement.Unknown, quote);
    }
}
