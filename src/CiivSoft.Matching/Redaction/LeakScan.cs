namespace CiivSoft.Matching.Redaction;

/// <summary>Checks a redacted text: what of the person can still be found in it.</summary>
public static class LeakScan
{
    private const int HeaderLines = 14;

    /// <summary>
    /// The leaks in <paramref name="redacted"/>, in the order of the text; empty when there are none. Also finds personal
    /// facts by their form, so it says something without knowing the person.
    /// </summary>
    public static IReadOnlyList<RedactedSpan> Find(string redacted, PersonDetails person)
    {
        ArgumentNullException.ThrowIfNull(redacted);
        ArgumentNullException.ThrowIfNull(person);
        var lines = TextLines.Of(redacted);
        var mask = new RedactionMask(redacted);
        foreach (var line in lines.Where(line => !line.IsBlank))
        {
            Redactor.RedactFacts(mask, line, inZone: false);
            ContactRedactor.Redact(mask, line, inZone: false, person);
            GenderWords.Redact(mask, line, inZone: false);
        }

        var header = lines.Select((_, i) => i < HeaderLines).ToArray();
        NameRedactor.RedactKnown(mask, lines, header, person);
        foreach (var email in person.Emails.Where(email => email.Length > 3))
        {
            MarkAll(mask, RedactionKind.Email, email);
        }

        return mask.ToRedactedText().Spans;
    }

    private static void MarkAll(RedactionMask mask, RedactionKind kind, string value)
    {
        for (
            var at = mask.Text.IndexOf(value, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = mask.Text.IndexOf(value, at + value.Length, StringComparison.OrdinalIgnoreCase)
        )
        {
            mask.Mark(kind, at, value.Length);
        }
    }
}
