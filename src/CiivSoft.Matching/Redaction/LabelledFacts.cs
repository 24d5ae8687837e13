using System.Text.RegularExpressions;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Redaction;

/// <summary>
/// Facts such as "Date of birth: …", up to where the next fact on the same line begins. A fact begins a line or follows a
/// separator, and its label ends with a colon or a dash.
/// </summary>
internal sealed class LabelledFacts
{
    private const string Before = @"(^|[|•●·;\t(]|\s{2,})\s*[^\p{L}\p{N}|•●·;\t\s]{0,3}\s*";

    private const string After = @"(\s?\([^)]{0,20}\))?\s*([:：=]|\s[-–—]\s)[^|•●·;\t\n]*";

    // One pattern for all: a linear one takes megabytes.
    private readonly Regex _pattern;
    private readonly RedactionKind[] _kinds;

    /// <param name="facts">Each kind once, with its labels as alternatives of a pattern.</param>
    public LabelledFacts(params (RedactionKind Kind, string Labels)[] facts)
    {
        _kinds = [.. facts.Select(fact => fact.Kind)];
        var labels = string.Join('|', facts.Select(fact => $"(?<{fact.Kind}>{fact.Labels})"));
        _pattern = new Regex($"{Before}({labels}){After}", Patterns.Linear);
    }

    public IEnumerable<(RedactionKind Kind, int Index, int Length)> Find(string line) =>
        _pattern
            .Matches(line)
            .Cast<Match>()
            .Select(match => (_kinds.First(kind => match.Groups[kind.ToString()].Success), match.Index, match.Length));
}
