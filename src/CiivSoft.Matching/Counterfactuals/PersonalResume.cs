using System.Globalization;
using System.Text.RegularExpressions;
using CiivSoft.Matching.Profiles;
using CiivSoft.Matching.Redaction;
using CiivSoft.Matching.Text;

namespace CiivSoft.Matching.Counterfactuals;

/// <summary>
/// The same résumé as one person or another would have sent it: header in one of several layouts, pronouns, name and
/// years of study in the text. Nothing else differs.
/// </summary>
internal static class PersonalResume
{
    /// <summary>How many layouts there are.</summary>
    public const int Layouts = 8;

    private const int MinLinesBefore = 4;

    private static readonly Regex StudyLine = Patterns.Words(
        "university|college|school|institute|academy|bachelor|bachelors|master|masters|diploma|degree|mba|phd|bsc|graduated"
    );

    private static readonly Regex Year = Patterns.Bounded(@"\b(19[5-9]|20[0-2])\d\b");

    /// <summary>The text that the person would have sent.</summary>
    /// <param name="body">A résumé without personal details.</param>
    /// <param name="layout">0 to below <see cref="Layouts"/>.</param>
    /// <param name="headline">What the header says of the work.</param>
    /// <param name="p">The person.</param>
    public static string Write(string body, int layout, string headline, Persona p) =>
        Header(layout, headline, p) + Told(WithStudyYears(body, p.GraduationShift), p);

    private static string Header(int layout, string headline, Persona p) =>
        layout switch
        {
            0 => $"{p.Name}\n{headline}\n{p.Address} | {p.Phone} | {p.Email}\n[Photo: {p.Photo}]\n\n",
            1 => $"CURRICULUM VITAE\n\nName: {p.Name}\nAddress: {p.Address}\nPhone: {p.Phone}\nE-mail: {p.Email}\n"
                + $"Date of birth: {p.BirthDate}\nMarital status: {p.MaritalStatus}\nPhoto: {p.Photo}\n\n{headline}\n\n",
            2 => $"{p.Name} • {p.Phone} • {p.Email} • {p.Address}\n{headline}\n\n",
            3 => $"{p.Name.ToUpperInvariant()}\n{headline}\n\n{p.Address}\n{p.Phone}\n{p.Email}\n"
                + $"linkedin.com/in/{p.Email.Split('@')[0]}\n\n",
            4 => $"{headline}\n\nPERSONAL DETAILS\nFull name: {p.Name}\nBorn: {p.BirthDate}\nGender: {p.Title}\n"
                + $"Civil status: {p.MaritalStatus}\nTel: {p.Phone} | Email: {p.Email}\n{p.Address}\n\n",
            5 => $"{p.Name}, {headline}\n{p.Address}\n{p.Phone} {p.Email}\n\n",
            6 =>
                $"RESUME OF {p.Name}\n{p.Address}\nMobile: {p.Phone}\nEmail: {p.Email}\nDOB: {p.BirthDate}\n\n{headline}\n\n",
            _ => $"{p.Title} {p.Name}\n{headline}\n{p.Email}   {p.Phone}\n{p.Address}\n\n",
        };

    // A sentence with pronouns in the middle, the name with a form of address, and the page head of a word processor.
    private static string Told(string body, Persona p)
    {
        var lines = body.Split('\n');
        var middle = Math.Max(Math.Min(MinLinesBefore, lines.Length), lines.Length / 3);
        var told = new[]
        {
            $"{p.He} is known for {p.His} calm manner and colleagues trust {p.Him}.",
            $"{p.Title} {p.Name} was praised by customers.",
        };
        return string.Join('\n', [.. lines[..middle], .. told, .. lines[middle..], "", $"{p.Name} - page 2", ""]);
    }

    private static string WithStudyYears(string body, int shift)
    {
        var lines = body.Split('\n');
        foreach (var section in SectionFinder.Find(TextLines.Of(body)).Where(s => s.Kind == SectionKind.Education))
        {
            for (var i = section.FirstLine; i < Math.Min(lines.Length, section.FirstLine + section.LineCount); i++)
            {
                if (StudyLine.IsMatch(lines[i]))
                {
                    lines[i] = Year.Replace(lines[i], match => Earlier(match.Value, shift));
                }
            }
        }

        return string.Join('\n', lines);
    }

    private static string Earlier(string year, int by) =>
        (int.Parse(year, CultureInfo.InvariantCulture) - by).ToString(CultureInfo.InvariantCulture);
}
