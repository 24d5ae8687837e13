using CiivSoft.Matching.Roles;

namespace CiivSoft.Matching.Notes;

/// <summary>The job by which a recruiter sees who this is.</summary>
public static class LatestJob
{
    /// <summary>The latest job in the résumé's own words; empty when none was found, or something personal stands in it.</summary>
    public static string Of(ResumeProfile resume)
    {
        ArgumentNullException.ThrowIfNull(resume);
        return
            resume.Roles is [var latest, ..]
            && resume.Text.AsSpan(latest.Start, latest.Length).SequenceEqual(latest.Title)
            ? latest.Title
            : "";
    }
}
