namespace CiivSoft.Matching.Postings;

/// <summary>Recognises the lines of a posting that are about the employer's terms and not about the work.</summary>
internal static class Boilerplate
{
    private static readonly string[] Phrases =
    [
        "equal opportunity",
        "equal employment",
        "veteran status",
        "protected veteran",
        "sexual orientation",
        "gender identity",
        "national origin",
        "reasonable accommodation",
        "accommodations",
        "affirmative action",
        "401k",
        "401(k)",
        "dental",
        "paid time off",
        "paid holidays",
        "benefits include",
        "health insurance",
        "life insurance",
        "salary range",
        "base pay",
        "compensation",
    ];

    public static bool Holds(ReadOnlySpan<char> line)
    {
        foreach (var phrase in Phrases)
        {
            if (line.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
