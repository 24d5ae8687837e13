namespace CiivSoft.Matching.Redaction;

/// <summary>Removes the person's name: as Lever spells it, as the e-mail address spells it, and as the header shows it.</summary>
internal static class NameRedactor
{
    public static void Redact(RedactionMask mask, IReadOnlyList<TextLine> lines, bool[] zone, PersonDetails person)
    {
        var names = person.Names.Select(PersonName.Parse).OfType<PersonName>().ToList();
        var inHeader = false;
        for (var i = 0; i < lines.Count; i++)
        {
            inHeader |= RedactLine(mask, lines[i], zone[i], names) && zone[i];
        }

        if (!inHeader && HeaderName.Guess(lines, zone, person) is var (line, name))
        {
            mask.Mark(RedactionKind.Name, lines[line].Start, lines[line].Length);
            for (var i = 0; i < lines.Count; i++)
            {
                RedactLine(mask, lines[i], zone[i], [name]);
            }
        }
    }

    private static bool RedactLine(RedactionMask mask, TextLine line, bool inZone, IReadOnlyList<PersonName> names)
    {
        if (line.IsBlank)
        {
            return false;
        }

        var words = TextWord.Of(line.Source, line.Start, line.Length);
        var found = false;
        foreach (var name in names)
        {
            foreach (var (first, count) in NameFinder.Find(name, words, line.Source, inZone))
            {
                var start = words[first].Start;
                mask.Mark(RedactionKind.Name, start, words[first + count - 1].End - start);
                found = true;
            }

            if (
                (inZone || IsPageLine(words))
                && NameFinder.IsNothingElse(name, [.. words.Where(word => !IsPageWord(word.Folded))])
            )
            {
                mask.Mark(RedactionKind.Name, line.Start, line.Length);
                found = true;
            }
        }

        return found;
    }

    // "Sukarno - page 2": the header that a word processor repeats.
    private static bool IsPageLine(List<TextWord> words) =>
        words.Count <= 8 && words.Exists(word => IsPageWord(word.Folded) && !char.IsDigit(word.Folded[0]));

    private static bool IsPageWord(string folded) =>
        folded
            is "page"
                or "resume"
                or "cv"
                or "curriculum"
                or "vitae"
                or "of"
                or "seite"
                or "pagina"
                or "strona"
                or "lebenslauf"
        || folded.All(char.IsDigit);
}
