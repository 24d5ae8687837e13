using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching.Redaction;

/// <summary>Removes the person's name: as Lever spells it, as the e-mail address spells it, and as the header shows it.</summary>
internal static class NameRedactor
{
    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create(
        ",|•·;–—()\t:"
    );

    public static void Redact(RedactionMask mask, IReadOnlyList<TextLine> lines, bool[] zone, PersonDetails person)
    {
        if (RedactKnown(mask, lines, zone, person) || HeaderName.Guess(lines, zone, person) is not var (line, name))
        {
            return;
        }

        mask.Mark(RedactionKind.Name, lines[line].Start, lines[line].Length);
        for (var i = 0; i < lines.Count; i++)
        {
            RedactLine(mask, lines[i], zone[i], [name]);
            RedactSubjects(mask, [name], lines[i]);
        }
    }

    /// <summary>Removes the names that Lever knows; true when the header shows one of them.</summary>
    public static bool RedactKnown(RedactionMask mask, IReadOnlyList<TextLine> lines, bool[] zone, PersonDetails person)
    {
        var names = person.Names.Select(PersonName.Parse).OfType<PersonName>().ToList();
        var inHeader = false;
        for (var i = 0; i < lines.Count; i++)
        {
            inHeader |= RedactLine(mask, lines[i], zone[i], names) && zone[i];
            RedactSubjects(mask, names, lines[i]);
        }

        return inHeader;
    }

    // "Maria is calm": a part alone is the person where it opens a sentence and somebody does something there. Elsewhere it
    // may be an employer, a school or a trade, whatever the person is called.
    private static void RedactSubjects(RedactionMask mask, IReadOnlyList<PersonName> names, TextLine line)
    {
        var words = line.IsBlank ? [] : TextWord.Of(line.Source, line.Start, line.Length);
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (
                words[i] is { StartsLower: false, Length: > 1 }
                && (i == 0 || EndsSentence(line.Source, words[i - 1].End, words[i].Start))
                && IsDoing(line.Source, words[i], words[i + 1])
                && names.Any(name => name.IsPart(words[i].Folded))
                && SkillLexicon.NamesOf(words[i].Folded) is null
            )
            {
                Mark(mask, words, i, 1);
            }
        }
    }

    private static bool EndsSentence(string text, int start, int end) =>
        text.AsSpan(start, end - start).ContainsAny('.', '!', '?');

    private static bool IsDoing(string text, TextWord subject, TextWord verb) =>
        text.AsSpan(subject.End, verb.Start - subject.End) is " "
        && text.AsSpan(verb.Start, verb.Length)
            is "is"
                or "was"
                or "has"
                or "had"
                or "can"
                or "will"
                or "holds"
                or "brings"
                or "works"
                or "worked"
                or "joined"
                or "leads"
                or "led"
                or "enjoys"
                or "speaks";

    private static bool RedactLine(RedactionMask mask, TextLine line, bool inZone, IReadOnlyList<PersonName> names)
    {
        if (line.IsBlank)
        {
            return false;
        }

        var words = TextWord.Of(line.Source, line.Start, line.Length);
        RedactAddressed(mask, words, line);
        var found = false;
        foreach (var name in names)
        {
            foreach (var (first, count) in NameFinder.Find(name, words, line.Source, inZone))
            {
                Mark(mask, words, first, count);
                found = true;
            }

            if (inZone || IsPageLine(words))
            {
                found |= RedactAlone(mask, name, words, line);
            }
        }

        return found;
    }

    // A stretch between commas or other marks that is the name and nothing else: "Sukarno, pastry cook".
    private static bool RedactAlone(RedactionMask mask, PersonName name, List<TextWord> words, TextLine line)
    {
        var found = false;
        var first = 0;
        for (var i = 1; i <= words.Count; i++)
        {
            if (i < words.Count && !HasMark(line.Source, words[i - 1].End, words[i].Start))
            {
                continue;
            }

            var part = words.GetRange(first, i - first).Where(word => !IsPageWord(word.Folded)).ToList();
            if (NameFinder.IsNothingElse(name, part))
            {
                foreach (var word in part)
                {
                    mask.Mark(RedactionKind.Name, word.Start, word.Length);
                }

                found = true;
            }

            first = i;
        }

        if (!found && NameFinder.IsNothingElse(name, [.. words.Where(word => !IsPageWord(word.Folded))]))
        {
            mask.Mark(RedactionKind.Name, line.Start, line.Length);
            found = true;
        }

        return found;
    }

    // "Dear Ms. Miller": whoever is addressed is somebody, the person or not, so that it does not matter what the person is called.
    private static void RedactAddressed(RedactionMask mask, List<TextWord> words, TextLine line)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (
                IsFormOfAddress(line.Source.AsSpan(words[i].Start, words[i].Length))
                && !words[i + 1].StartsLower
                && !HasMark(line.Source, words[i].End, words[i + 1].Start)
            )
            {
                Mark(mask, words, i, 2);
            }
        }
    }

    // As they are written before a name: "MS Excel" is none, and "Ms Excel" is rarer than "Ms Miller".
    private static bool IsFormOfAddress(ReadOnlySpan<char> word) => word is "Mr" or "Mrs" or "Ms" or "Miss" or "Mx";

    private static void Mark(RedactionMask mask, List<TextWord> words, int first, int count) =>
        mask.Mark(RedactionKind.Name, words[first].Start, words[first + count - 1].End - words[first].Start);

    // A stroke between words is one word of two, "Rep/Driver"; with blanks it parts them.
    private static bool HasMark(string text, int start, int end)
    {
        var gap = text.AsSpan(start, end - start);
        return gap.IndexOfAny(Marks) >= 0 || (gap.Contains('/') && gap.Contains(' '));
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
