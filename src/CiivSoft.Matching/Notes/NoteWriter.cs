namespace CiivSoft.Matching.Notes;

/// <summary>Writes the plain text of a note for recruiters.</summary>
public static class NoteWriter
{
    /// <summary>The longest note, in UTF-16 units.</summary>
    public const int MaxLength = 900;

    /// <summary>
    /// The note: solution and posting on the first line, the strongest reasons with quotes, what is missing or unknown,
    /// and "Ref …" on the last line. The same facts give the same text.
    /// </summary>
    /// <exception cref="ArgumentException">The reference is not letters, digits and dashes after "CVS-".</exception>
    public static string Write(NoteFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (!IsReference(facts.Reference))
        {
            throw new ArgumentException(
                "A reference is \"CVS-\" and up to 60 letters, digits and dashes.",
                nameof(facts)
            );
        }

        var lines = NoteLines.Of(facts);
        var reference = "Ref " + facts.Reference;
        while (Length(lines) + reference.Length > MaxLength && lines.Exists(line => line.Priority > 0))
        {
            lines.RemoveAt(lines.FindLastIndex(line => line.Priority == lines.Max(other => other.Priority)));
        }

        return string.Join('\n', lines.Select(line => line.Text).Append(reference));
    }

    private static int Length(List<NoteLine> lines) => lines.Sum(line => line.Text.Length + 1);

    private static bool IsReference(string reference) =>
        reference.StartsWith("CVS-", StringComparison.Ordinal)
        && reference.Length is > 4 and <= 64
        && reference.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}

/// <summary>A line of a note; lines of a higher priority number go first when the note is too long, 0 never goes.</summary>
internal sealed record NoteLine(string Text, int Priority);
