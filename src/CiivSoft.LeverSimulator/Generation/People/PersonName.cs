using System.Collections.Immutable;
using System.Text;
using CiivSoft.LeverSimulator.Generation.Content;

namespace CiivSoft.LeverSimulator.Generation.People;

/// <param name="Culture">The key of the naming culture.</param>
/// <param name="Latin">In Latin letters.</param>
/// <param name="Typed">As typed into a form: in the person's own script now and then.</param>
/// <param name="Email">Unique in the world.</param>
internal sealed record PersonName(string Culture, string Latin, string Typed, string Email)
{
    private static readonly ImmutableArray<string> Domains = ["example.com", "example.org", "example.net"];

    public static PersonName Create(PersonSeed seed)
    {
        var dice = seed.Dice("name");
        var culture = dice.Pick(PeopleLists.Cultures);
        var given = dice.Pick(culture.Given);
        var family = dice.Pick(culture.Family);
        var middle = dice.Chance(0.15) ? $" {dice.Pick(culture.Given).Latin[0]}." : "";
        var second = dice.Chance(0.05) ? $"-{dice.Pick(culture.Family).Latin.Replace(' ', '-')}" : "";
        var latin = $"{given.Latin}{middle} {family.Latin}{second}";
        var isOwnScript = !string.Equals(given.Own, given.Latin, StringComparison.Ordinal);
        var typed = isOwnScript && dice.Chance(0.3) ? OwnOrder(culture.Key, given.Own, family.Own) : latin;
        return new PersonName(culture.Key, latin, typed, CreateEmail(dice, latin, seed.Number));
    }

    /// <summary>Lower-case letters and blanks alone.</summary>
    public static string ToAscii(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            var plain = ToPlain(letter);
            if (char.IsAsciiLetterLower(plain) || plain == ' ')
            {
                text.Append(plain);
            }
        }

        return text.ToString();
    }

    private static char ToPlain(char letter) =>
        letter switch
        {
            'ł' or 'Ł' => 'l',
            'ı' => 'i',
            'ß' => 's',
            'ø' or 'Ø' => 'o',
            '-' => ' ',
            _ => char.ToLowerInvariant(letter),
        };

    private static string OwnOrder(string culture, string given, string family) =>
        string.Equals(culture, "chinese", StringComparison.Ordinal) ? family + given : $"{given} {family}";

    // The number keeps addresses apart whatever the names are.
    private static string CreateEmail(Dice dice, string name, int number)
    {
        var parts = ToAscii(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (first, last) = (parts[0], parts[^1]);
        var local = dice.Next(0, 4) switch
        {
            0 => $"{first}.{last}{number}",
            1 => $"{first[0]}.{last}.{number}",
            2 => $"{first}{last}{number}",
            _ => $"{last}.{first}{number}",
        };
        return $"{local}@{dice.Pick(Domains)}";
    }
}
