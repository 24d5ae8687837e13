using System.Globalization;
using System.Text;
using CiivSoft.Lever.Resources;

namespace CiivSoft.Grains.Candidates;

/// <summary>Lever's parsed data as a résumé text, in the order and layout that résumés have.</summary>
internal static class ParsedResumeText
{
    /// <summary>With fewer words in its job descriptions, parsed data does not suffice and the file is read.</summary>
    public const int EnoughWords = 120;

    /// <summary>Whether it tells what the person did, so that the file need not be fetched.</summary>
    public static bool Suffices(LeverParsedResume? parsed) =>
        parsed is not null && parsed.Positions.Sum(p => Words(p.Summary)) >= EnoughWords;

    /// <summary>Empty when nothing was parsed.</summary>
    public static string Write(LeverParsedResume? parsed)
    {
        if (parsed is null)
        {
            return "";
        }

        var text = new StringBuilder();
        AppendSection(text, "Experience", parsed.Positions.Select(WritePosition));
        AppendSection(text, "Education", parsed.Schools.Select(WriteSchool));
        return text.ToString().Trim();
    }

    private static void AppendSection(StringBuilder text, string heading, IEnumerable<string> entries)
    {
        var lines = entries.Where(e => e.Length > 0).ToList();
        if (lines.Count > 0)
        {
            text.Append(heading).Append('\n').AppendJoin("\n\n", lines).Append("\n\n");
        }
    }

    private static string WritePosition(LeverPosition position) =>
        Lines(
            position.Title,
            Joined(", ", position.Org, position.Location),
            Span(position.Start, position.End),
            position.Summary
        );

    private static string WriteSchool(LeverSchool school) =>
        Lines(Joined(", ", school.Degree, school.Field), school.Org, Span(school.Start, school.End), school.Summary);

    private static string Lines(params string?[] lines) => Joined("\n", lines);

    private static string Joined(string separator, params string?[] parts) =>
        string.Join(separator, parts.Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => p!.Trim()));

    private static string? Span(LeverMonth? start, LeverMonth? end)
    {
        var (from, to) = (Month(start), Month(end));
        return (from, to) switch
        {
            (null, null) => null,
            (null, _) => to,
            (_, null) => $"{from} - present",
            _ => $"{from} - {to}",
        };
    }

    private static string? Month(LeverMonth? month) =>
        month?.Year is not (>= 1900 and <= 2200) ? null
        : month.Month is >= 1 and <= 12 ? string.Create(CultureInfo.InvariantCulture, $"{month.Month:00}/{month.Year}")
        : string.Create(CultureInfo.InvariantCulture, $"{month.Year}");

    private static int Words(string? text) =>
        text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length ?? 0;
}
