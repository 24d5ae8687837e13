using System.Text.RegularExpressions;
using CiivSoft.Matching.Evidence;
using CiivSoft.Matching.Redaction;
using CiivSoft.Matching.Requirements;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Credentials;

/// <summary>Finds where a résumé shows a credential: by its name anywhere, else by a job title where titles stand.</summary>
internal static class ShownCredential
{
    private const int MaxTitleLine = 90;
    private const int MaxTitleWords = 10;

    /// <summary>Where it is named, else where a title tells it; null when the text does not show it, denies it or only wishes for it.</summary>
    /// <param name="text">The redacted résumé.</param>
    /// <param name="credential">The credential.</param>
    public static TextSpan? Find(string text, Credential credential)
    {
        var lines = TextLines.Of(text).Where(line => !line.IsBlank).ToList();
        var named = lines.Select(line => FirstClaimed(line, credential.Shown.EnumerateMatches(line.Span)));
        var titles = lines
            .Where(IsTitleLine)
            .Select(line => FirstClaimed(line, credential.Work.EnumerateMatches(line.Span)));
        return named.Concat(titles).FirstOrDefault(place => place is not null);
    }

    private static TextSpan? FirstClaimed(TextLine line, Regex.ValueMatchEnumerator matches)
    {
        // Matches come in their order: a line of thousands is read once.
        List<Term>? terms = null;
        var index = 0;
        foreach (var match in matches)
        {
            terms ??= Term.Of(line.Source, line.Start, line.Length);
            var start = line.Start + match.Index;
            while (index < terms.Count && terms[index].End <= start)
            {
                index++;
            }

            if (index < terms.Count && Polarity.Of(line.Source, terms, index) == Attitude.Claimed)
            {
                return new TextSpan(start, match.Length);
            }
        }

        return null;
    }

    // "Registered Nurse, St Mary's, 2015 - 2020"; not "worked with the pharmacist on duty".
    private static bool IsTitleLine(TextLine line)
    {
        var words = line.Span.Trim();
        return words.Length is > 0 and <= MaxTitleLine
            && char.IsUpper(words[0])
            && words[^1] is not '.'
            && words.Count(' ') < MaxTitleWords;
    }
}
