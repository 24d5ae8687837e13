using System.Buffers;
using System.Text.RegularExpressions;

namespace CiivSoft.Matching.Redaction;

/// <summary>Removes e-mail addresses, phone numbers and the person's web addresses.</summary>
internal static class ContactRedactor
{
    private static readonly SearchValues<char> EmailMarks = SearchValues.Create("@＠([");
    private static readonly SearchValues<char> LinkMarks = SearchValues.Create("./:：[");

    private const int MinPhoneDigits = 7;
    private const int MaxPhoneDigits = 16;
    private const int MinUnlabelledDigits = 9;

    public static void Redact(RedactionMask mask, TextLine line, bool inZone, PersonDetails person)
    {
        var text = line.ToString();
        MarkAll(mask, RedactionKind.Email, ContactPatterns.Email, EmailMarks, line);
        MarkAll(mask, RedactionKind.Link, ContactPatterns.Link, LinkMarks, line);
        if (inZone)
        {
            RedactHandles(mask, line, text);
        }

        if (text.Count(char.IsDigit) < MinPhoneDigits && !text.Contains('[', StringComparison.Ordinal))
        {
            return;
        }

        foreach (var match in ContactPatterns.Phone.EnumerateMatches(text))
        {
            if (!mask.IsMarked(line.Start + match.Index) && IsPhone(text, match.Index, match.Length, inZone, person))
            {
                mask.Mark(RedactionKind.Phone, line.Start + match.Index, match.Length);
            }
        }
    }

    // Most lines lack the characters that every match has: looking for those first is cheap.
    private static void MarkAll(
        RedactionMask mask,
        RedactionKind kind,
        Regex pattern,
        SearchValues<char> marks,
        TextLine line
    )
    {
        if (line.Span.IndexOfAny(marks) < 0)
        {
            return;
        }

        foreach (var match in pattern.EnumerateMatches(line.Span))
        {
            mask.Mark(kind, line.Start + match.Index, match.Length);
        }
    }

    private static void RedactHandles(RedactionMask mask, TextLine line, string text)
    {
        foreach (var match in ContactPatterns.Handle.EnumerateMatches(text))
        {
            mask.Mark(RedactionKind.Email, line.Start + match.Index, match.Length);
        }

        foreach (var match in ContactPatterns.Domain.EnumerateMatches(text))
        {
            // "asp.net" and "node.js" are tools; a domain in the header that is no tool is the person's page.
            if (!WorkWords.Contains(Folding.Fold(text.AsSpan(match.Index, match.Length).ToString().Split('.')[^2])))
            {
                mask.Mark(RedactionKind.Link, line.Start + match.Index, match.Length);
            }
        }
    }

    private static bool IsPhone(string text, int index, int length, bool inZone, PersonDetails person)
    {
        var found = text.AsSpan(index, length);
        if (found.StartsWith("[", StringComparison.Ordinal))
        {
            return true;
        }

        var digits = Digits(found);
        if (digits.Length is < MinPhoneDigits or > MaxPhoneDigits)
        {
            return false;
        }

        if (person.Phones.Any(phone => SameNumber(Digits(phone), digits)))
        {
            return true;
        }

        if (PersonalPatterns.Year.IsMatch(found) && !found.Contains('+'))
        {
            return false;
        }

        var plain = found.IndexOfAny('+', '(') >= 0 || found.TrimStart().StartsWith("0", StringComparison.Ordinal);
        return inZone
            || plain
            || ContactPatterns.PhoneLabel.IsMatch(text.AsSpan(0, index))
            || IsGrouped(found, digits.Length);
    }

    private static bool IsGrouped(ReadOnlySpan<char> found, int digits) =>
        digits >= MinUnlabelledDigits
        && !ContactPatterns.Thousands.IsMatch(found)
        && found.Trim().IndexOfAny(' ', '-', '.') > 0
        && !found.Contains(',');

    private static bool SameNumber(string known, string found) =>
        known.Length >= MinPhoneDigits
        && found.Length >= MinPhoneDigits
        && (
            known.TrimStart('0').EndsWith(found.TrimStart('0'), StringComparison.Ordinal)
            || found.TrimStart('0').EndsWith(known.TrimStart('0'), StringComparison.Ordinal)
        );

    private static string Digits(ReadOnlySpan<char> text)
    {
        var digits = new System.Text.StringBuilder();
        foreach (var c in text)
        {
            if (char.IsDigit(c))
            {
                digits.Append((char)('0' + (int)char.GetNumericValue(c)));
            }
        }

        return digits.ToString();
    }
}
