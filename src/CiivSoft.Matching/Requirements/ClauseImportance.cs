namespace CiivSoft.Matching.Requirements;

/// <summary>
/// What of a sentence is required and what is preferred. "Valid CDL, hazmat endorsement preferred" requires the first;
/// "Docker and Kafka preferred" requires neither; "SQL, ideally Spark, dbt" only SQL.
/// </summary>
internal sealed class ClauseImportance
{
    private const int MostWordsInItem = 4;

    private readonly List<Clause> _clauses;
    private readonly RequirementImportance[] _importance;

    private ClauseImportance(List<Clause> clauses, RequirementImportance[] importance)
    {
        _clauses = clauses;
        _importance = importance;
    }

    /// <summary>Nice to have where anything in the sentence is: for what can only be taken whole.</summary>
    public RequirementImportance OfAll =>
        _importance.Contains(RequirementImportance.Nice) ? RequirementImportance.Nice : RequirementImportance.Must;

    public static ClauseImportance Of(PostingPart part, string text, int start, int length)
    {
        var sentence = text.Substring(start, length);
        var usual =
            part == PostingPart.Nice && !PostingCues.SaysMust(sentence)
                ? RequirementImportance.Nice
                : RequirementImportance.Must;
        var clauses = Cut(text, start, length);
        var importance = new RequirementImportance[clauses.Count];
        Array.Fill(importance, usual);
        for (var i = 0; i < clauses.Count; i++)
        {
            if (PostingCues.SaysNice(clauses[i].Of(text)))
            {
                var (first, last) = Reach(text, clauses, i);
                Array.Fill(importance, RequirementImportance.Nice, first, last - first + 1);
            }
        }

        return new ClauseImportance(clauses, importance);
    }

    /// <summary>How much what begins there is asked for.</summary>
    public RequirementImportance At(int position)
    {
        var index = _clauses.FindLastIndex(clause => clause.Start <= position);
        return _importance[Math.Max(0, index)];
    }

    // The clauses that a word such as "preferred" is about: those behind it where it opens its clause, all before it back to the
    // phrase that it says it of where it stands alone ("CPA (preferred)", "…, while not required, is a plus"), else its own and
    // those of the same enumeration before it.
    private static (int First, int Last) Reach(string text, List<Clause> clauses, int index)
    {
        var (first, last) = (index, index);
        if (Opens(clauses[index].Of(text)))
        {
            while (last + 1 < clauses.Count && !PostingCues.SaysMust(clauses[last + 1].Of(text)))
            {
                last++;
            }
        }
        else if (IsCueAlone(clauses[index].Of(text)))
        {
            while (first > 0 && (first == index || clauses[first].IsInBrackets || IsCueAlone(clauses[first].Of(text))))
            {
                first--;
            }
        }
        else
        {
            while (!clauses[index].IsInBrackets && first > 0 && IsListItem(text, clauses[first - 1]))
            {
                first--;
            }
        }

        return (first, last);
    }

    private static bool IsCueAlone(string clause) =>
        PostingCues.SaysNice(clause) && Term.Of(clause).Count(term => term.IsContent) <= 1;

    // "Knowledge of Excel", "Word", "Google Cloud": what stands by itself, such as a licence or years, is no mere item.
    private static bool IsListItem(string text, Clause clause) =>
        Term.Of(clause.Of(text)).Count <= MostWordsInItem
        && !PostingCues.SaysMust(clause.Of(text))
        && !LicenceReader.Find(text, clause.Start, clause.Length).Any()
        && !EducationReader.Find(text, clause.Start, clause.Length).Any()
        && YearsReader.Find(text, clause.Start, clause.Length) is null;

    // "Ideally Spark", "a plus is Spark": one or two words before the others.
    private static bool Opens(string clause)
    {
        var words = Term.Of(clause);
        return words.Count > 1 && PostingCues.SaysNice(clause[..words[Math.Min(1, words.Count - 2)].End]);
    }

    private static List<Clause> Cut(string text, int start, int length)
    {
        var clauses = new List<Clause>();
        var (first, depth) = (start, 0);
        for (var i = start; i <= start + length; i++)
        {
            if (i < start + length && text[i] is not (',' or '(' or ')'))
            {
                continue;
            }

            if (i > first || clauses.Count == 0)
            {
                clauses.Add(new Clause(first, i - first, depth > 0));
            }

            depth +=
                i == start + length
                    ? 0
                    : text[i] switch
                    {
                        '(' => 1,
                        ')' when depth > 0 => -1,
                        _ => 0,
                    };
            first = i + 1;
        }

        return clauses;
    }

    private sealed record Clause(int Start, int Length, bool IsInBrackets)
    {
        public string Of(string text) => text.Substring(Start, Length);
    }
}
