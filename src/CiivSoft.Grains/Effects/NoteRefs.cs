using System.Text.RegularExpressions;
using CiivSoft.Lever.Resources;

namespace CiivSoft.Grains.Effects;

/// <summary>Finds the <c>Ref CVS-…</c> that is the last line of every note of ours.</summary>
internal static partial class NoteRefs
{
    /// <summary>The Refs of notes, whoever wrote them.</summary>
    public static IReadOnlyList<string> In(IEnumerable<LeverNote> notes) =>
        [
            .. notes
                .SelectMany(n => n.Fields)
                .Select(f => Ref().Match(f.Value))
                .Where(m => m.Success)
                .Select(m => m.Groups["ref"].Value)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>The Ref of one comment; null when it has none.</summary>
    public static string? Of(string comment) =>
        Ref().Match(comment) is { Success: true } match ? match.Groups["ref"].Value : null;

    [GeneratedRegex(
        @"(?:^|\n)Ref (?<ref>CVS-[0-9A-Z]+)\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Ref();
}
