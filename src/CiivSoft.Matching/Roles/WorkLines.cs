using CiivSoft.Matching.Profiles;
using CiivSoft.Matching.Redaction;

namespace CiivSoft.Matching.Roles;

/// <summary>
/// The lines of a résumé that tell of work done: what is merely claimed in a summary or listed under skills is not among
/// them. Without a known heading of the work history, what stands under no other heading takes its place, and without
/// that the whole text, so that an unusual layout costs nothing.
/// </summary>
internal static class WorkLines
{
    private const int LeastWords = 30;

    public static IReadOnlyList<TextLine> Of(IReadOnlyList<TextLine> lines)
    {
        var (history, unnamed) = (new List<TextLine>(), new List<TextLine>());
        var section = SectionKind.Header;
        foreach (var line in lines)
        {
            if (SectionFinder.HeadingOf(line) is { } heading)
            {
                section = heading;
            }
            else if (section == SectionKind.Experience)
            {
                history.Add(line);
            }
            else if (section is SectionKind.Header or SectionKind.Other or SectionKind.Achievements)
            {
                unnamed.Add(line);
            }
        }

        return SaysEnough(history) ? history
            : SaysEnough(unnamed) ? unnamed
            : lines;
    }

    private static bool SaysEnough(List<TextLine> lines) => lines.Sum(line => line.WordCount) >= LeastWords;
}
