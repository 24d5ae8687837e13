using System.Globalization;
using CiivSoft.Matching.Redaction;

namespace CiivSoft.Matching.Counterfactuals;

/// <summary>A made-up person with everything that must not change a score.</summary>
internal sealed record Persona(
    string Name,
    string Email,
    string Phone,
    string Address,
    string Photo,
    string BirthDate,
    string MaritalStatus,
    int GraduationShift,
    string He,
    string His,
    string Him,
    string Title
)
{
    private static readonly string[] Phones =
    [
        "+44 7700 900123",
        "(555) 123-4567",
        "+84 24 3926 1234",
        "020 7946 0958",
        "+49 (0)30 123456",
        "555.867.5309",
        "+86 138 0013 8000",
        "06 12 34 56 78",
    ];

    private static readonly (string He, string His, string Him, string Title)[] Pronouns =
    [
        ("He", "his", "him", "Mr"),
        ("She", "her", "her", "Mrs"),
        ("She", "her", "her", "Ms"),
        ("They", "their", "them", "Mx"),
    ];

    private static readonly string[] MaritalStatuses =
    [
        "single",
        "married",
        "married, two children",
        "divorced",
        "widowed",
        "civil partnership",
    ];

    /// <summary>A person of a group.</summary>
    /// <param name="group">Which names.</param>
    /// <param name="draw">Gives a whole number from 0 to below its argument.</param>
    public static Persona Of(NameGroup group, Func<int, int> draw)
    {
        var (first, last) = (Pick(group.Given, draw), Pick(group.Family, draw));
        var name = (group.IsFamilyFirst ? last + group.Gap + first : first + group.Gap + last).Trim();
        var user = Mailbox(name, draw);
        var (he, his, him, title) = Pick(Pronouns, draw);
        var year = 1955 + draw(45);
        return new Persona(
            name,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{user}{draw(100)}@example.{Pick(["com", "org", "co.uk"], draw)}"
            ),
            Pick(Phones, draw),
            Pick(group.Addresses, draw),
            Pick([$"{user}.jpg", "photo.png", "IMG_1234.jpeg"], draw),
            Pick([$"12/05/{year}", $"3 March {year}", $"{year}-11-30"], draw),
            Pick(MaritalStatuses, draw),
            draw(12),
            he,
            his,
            him,
            title
        );
    }

    /// <summary>What Lever may know of the person.</summary>
    /// <param name="isLoud">Whether the name is in capitals there.</param>
    /// <param name="hasPhone">Whether the number is known.</param>
    public PersonDetails Details(bool isLoud, bool hasPhone) =>
        new()
        {
            Names = [isLoud ? Name.ToUpperInvariant() : Name],
            Emails = [Email],
            Phones = hasPhone ? [Phone] : [],
        };

    private static string Mailbox(string name, Func<int, int> draw)
    {
        var letters = string.Concat(Folding.Fold(name).Where(char.IsAsciiLetter));
        return letters.Length > 2 ? letters : "cv" + (100 + draw(900)).ToString(CultureInfo.InvariantCulture);
    }

    private static T Pick<T>(IReadOnlyList<T> items, Func<int, int> draw) => items[draw(items.Count)];
}
