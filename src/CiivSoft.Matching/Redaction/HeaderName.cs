namespace CiivSoft.Matching.Redaction;

/// <summary>Guesses which line of the header is the name, when Lever's name is missing or spelt in another script.</summary>
internal static class HeaderName
{
    private const int LinesLookedAt = 4;
    private const int MaxWords = 6;
    private const int MaxLength = 60;

    /// <summary>The line and the name on it; null when no line looks like one.</summary>
    public static (int Line, PersonName Name)? Guess(IReadOnlyList<TextLine> lines, bool[] zone, PersonDetails person)
    {
        var hasContact = lines.Where((_, i) => zone[i]).Any(line => ContactPatterns.Any(line.ToString()));
        var mailbox = MailboxWords(lines, zone, person);
        var seen = 0;
        for (var i = 0; i < lines.Count && seen < LinesLookedAt; i++)
        {
            if (!zone[i] || lines[i].IsBlank)
            {
                continue;
            }

            var words = TextWord.Of(lines[i].Source, lines[i].Start, lines[i].Length);
            if (Labelled(lines[i]) is { } labelled)
            {
                return (i, labelled);
            }

            if (words.Count > 0 && !IsDocumentTitle(words) && IsName(lines[i], words, mailbox, hasContact, seen == 0))
            {
                return PersonName.Parse(lines[i].ToString()) is { } name ? (i, name) : null;
            }

            seen++;
        }

        return null;
    }

    // "Name: …" in any of the languages that are read.
    private static PersonName? Labelled(TextLine line)
    {
        var colon = line.Span.IndexOfAny(':', '：');
        return
            colon > 0 && PersonalPatterns.ZoneFacts.Find(line.ToString()).Any(fact => fact.Kind == RedactionKind.Name)
            ? PersonName.Parse(line.Span[(colon + 1)..].ToString())
            : null;
    }

    private static bool IsName(
        TextLine line,
        List<TextWord> words,
        HashSet<string> mailbox,
        bool hasContact,
        bool isFirst
    )
    {
        if (
            words.Count > MaxWords
            || line.Span.Trim().Length > MaxLength
            || line.Span.IndexOfAny("@:|/") >= 0
            || words.Exists(word => word.Folded.Any(char.IsDigit))
            || words.Exists(word => word.StartsLower && !PersonName.IsAnyParticle(word.Folded))
        )
        {
            return false;
        }

        if (
            words.Exists(word =>
                word.Length > 2 && mailbox.Any(box => box.Contains(word.Folded, StringComparison.Ordinal))
            )
        )
        {
            return true;
        }

        var known = words.Count(word => WorkWords.Contains(word.Folded));
        return known == 0
            || (
                isFirst && hasContact && words.Count > 1 && !WorkWords.Contains(words[0].Folded) && known < words.Count
            );
    }

    private static bool IsDocumentTitle(List<TextWord> words) =>
        words.TrueForAll(word =>
            word.Folded
                is "resume"
                    or "cv"
                    or "curriculum"
                    or "vitae"
                    or "lebenslauf"
                    or "of"
                    or "bewerbung"
                    or "europass"
                    or "zyciorys"
        );

    private static HashSet<string> MailboxWords(IReadOnlyList<TextLine> lines, bool[] zone, PersonDetails person)
    {
        var boxes = new HashSet<string>();
        foreach (var text in lines.Where((_, i) => zone[i]).Select(line => line.ToString()).Concat(person.Emails))
        {
            foreach (var match in ContactPatterns.Email.EnumerateMatches(text))
            {
                boxes.Add(Folding.Fold(text.AsSpan(match.Index, match.Length)).Split('@', '(', '[')[0]);
            }
        }

        return boxes;
    }
}
