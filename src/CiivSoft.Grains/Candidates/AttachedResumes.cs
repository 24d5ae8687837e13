using System.Text.RegularExpressions;
using CiivSoft.Lever.Resources;

namespace CiivSoft.Grains.Candidates;

/// <summary>
/// Files that somebody attached by hand and that are résumés by their name: agencies and recruiters do that where Lever keeps
/// what applicants send as a résumé. Looked at only where an opportunity has no résumé.
/// </summary>
internal static partial class AttachedResumes
{
    /// <summary>Newest first.</summary>
    public static IEnumerable<LeverFile> Among(IEnumerable<LeverFile> files) =>
        files
            .Where(f => f.Name is { } name && ResumeName().IsMatch(name))
            .OrderByDescending(f => f.UploadedAt)
            .ThenBy(f => f.Id, StringComparer.Ordinal);

    // The words that people put into the names of such files, as words of their own: not Cvetkovic, not resumed.
    [GeneratedRegex(
        @"(?:^|[^\p{L}])(?:cv|r[eé]sum[eé]|curriculum|lebenslauf|currículum|vitae)(?:$|[^\p{L}])",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex ResumeName();
}
