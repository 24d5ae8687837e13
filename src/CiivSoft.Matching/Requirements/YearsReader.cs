using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Requirements;

/// <summary>Finds demands and statements such as "3+ years of experience in sales".</summary>
internal static class YearsReader
{
    private const int MostYears = 50;

    // As much of what follows a number is looked at.
    private const int NoExperienceLength = 40;

    private static readonly Regex Years = new(
        @"\b(?<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\b\s*(\(\d{1,2}\))?\s*(\+|plus|or more)?\s*((-|–|to|or)\s*\d{1,2}\s*\+?)?\s*(years?|yrs?|jahren?|ans|années|años|lat|lata|jaar|anni|anos|ani)\b['’]?",
        Patterns.Linear
    );

    private static readonly Regex Context = Patterns.Words(
        @"experience\w*|exp|background|work(ing|ed)?|practice|track record|history|industry|in|as an?|with|of|berufserfahrung|erfahrung|expérience|experiencia|doświadczeni\w*|ervaring|esperienza|experiência|experiență"
    );

    // An age, a moment, a school or a contract.
    private static readonly Regex NoExperience = Patterns.Bounded(
        @"^\s{0,3}(old|of age|ago|(or|and) (older|over|above)|((college|university)\s)?(degree|diploma|course|program|programme|contract|warranty))\b"
    );

    private static readonly string[] Numbers =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
    ];

    /// <summary>The first number of years of work in a stretch; null when it speaks of none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the stretch begins.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="isAboutWork">True where years need no word beside them that says what they are years of.</param>
    public static YearsMention? Find(string text, int start, int length, bool isAboutWork = false)
    {
        var stretch = text.AsSpan(start, length).ToString();
        var match = Years.Matches(stretch).FirstOrDefault(match => !NoExperience.IsMatch(Behind(stretch, match)));
        if (match is null || !(isAboutWork || Context.IsMatch(stretch)))
        {
            return null;
        }

        var years = Parse(Redaction.Folding.Fold(match.Groups["n"].Value));
        return years is > 0 and <= MostYears ? new YearsMention(years, start + match.Index, match.Length) : null;
    }

    private static ReadOnlySpan<char> Behind(string text, Match match)
    {
        var end = match.Index + match.Length;
        return text.AsSpan(end, Math.Min(NoExperienceLength, text.Length - end));
    }

    private static int Parse(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var years)
            ? years
            : number switch
            {
                "twelve" => 12,
                "fifteen" => 15,
                "twenty" => 20,
                _ => Array.IndexOf(Numbers, number),
            };
}

/// <summary>Where a text names a number of years of work; of a range, the lower one.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct YearsMention(int Years, int Start, int Length);
