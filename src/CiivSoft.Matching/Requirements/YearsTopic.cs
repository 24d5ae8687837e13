namespace CiivSoft.Matching.Requirements;

/// <summary>What the years asked for are to have been spent on.</summary>
internal static class YearsTopic
{
    private const int MaxWords = 5;

    /// <summary>The skill named after the number, else the first content words; empty when there are none.</summary>
    public static string Of(string text, YearsMention years, int start, int length)
    {
        var terms = Term.Of(text, years.Start + years.Length, start + length - years.Start - years.Length);
        if (SkillLexicon.Find(text, terms).FirstOrDefault() is { Skill: not null } skill)
        {
            return skill.Skill;
        }

        var words = terms.Where(term => term.IsContent && !IsFiller(term.Lower)).Take(MaxWords).ToList();
        var run = words.TakeWhile((term, i) => i == 0 || term.Start - words[i - 1].End <= 5).ToList();
        return string.Join(' ', run.Select(term => text.Substring(term.Start, term.Length)));
    }

    private static bool IsFiller(string word) =>
        word
            is "experience"
                or "experienced"
                or "relevant"
                or "related"
                or "previous"
                or "prior"
                or "proven"
                or "working"
                or "work"
                or "professional"
                or "similar"
                or "required"
                or "preferred"
                or "minimum"
                or "plus"
                or "years"
                or "year"
                or "least"
                or "field"
                or "role"
                or "position"
                or "environment"
                or "equivalent"
                or "job"
                or "must"
                or "one"
                or "two"
                or "following"
                or "hands"
                or "progressive"
                or "strong"
                or "combination"
                or "education"
                or "degree"
                or "ideally"
                or "preferably"
                or "including"
                or "within"
                or "direct"
                or "industry"
                or "successful"
                or "demonstrated"
                or "verifiable"
                or "documented"
                or "practical"
                or "recent"
                or "solid"
                or "extensive"
                or "consecutive"
                or "overall"
                or "total";
}
