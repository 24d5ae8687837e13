using System.Text;
using CiivSoft.LeverSimulator.Generation.People;

namespace CiivSoft.LeverSimulator.Generation.Documents;

/// <summary>Names and writes the file that a person sent. The same person, month and kind give the same bytes.</summary>
internal static class ResumeFile
{
    public static string NameOf(Person person, ResumeKind kind)
    {
        var dice = person.Seed.Dice("file name");
        var parts = PersonName.ToAscii(person.Name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (first, last) = (Capitalize(parts[0]), Capitalize(parts[^1]));
        var stem = dice.Next(0, 6) switch
        {
            0 => $"{first}_{last}_CV",
            1 => $"CV {first} {last}",
            2 => $"{last}-{first}-resume",
            3 => $"{first} {last}",
            4 => "CV",
            _ => $"{first}{last}_Resume_final",
        };
        return stem + (kind == ResumeKind.File && !IsPdf(person) ? ".docx" : ".pdf");
    }

    public static byte[] Write(Person person, Month asOf, ResumeKind kind)
    {
        var content = ResumeComposer.Compose(person, asOf);
        return kind switch
        {
            ResumeKind.Scan => ScannedPdf.Write(content, person.Seed.Dice("scan")),
            ResumeKind.Broken => WriteBroken(person.Seed.Dice("broken")),
            ResumeKind.File => IsPdf(person) ? PdfResume.Write(content) : DocxResume.Write(content),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no file of this kind."),
        };
    }

    // The fonts every PDF reader has know Western letters alone; others send Word files.
    private static bool IsPdf(Person person) =>
        person.Seed.Dice("format").Chance(0.68)
        && PdfFont.CanWrite(person.Name + person.Place)
        && CanWriteCareer(person);

    private static bool CanWriteCareer(Person person) =>
        person.Jobs.All(job => PdfFont.CanWrite(job.Employer + job.Town + job.Title + string.Concat(job.Bullets)))
        && person.Studies.All(study => PdfFont.CanWrite(study.School));

    // As after a lost connection: room was made for the file and only its beginning came.
    private static byte[] WriteBroken(Dice dice)
    {
        var broken = new byte[dice.Next(8_000, 60_000)];
        Encoding.ASCII.GetBytes("%PDF-1.5\n").CopyTo(broken, 0);
        return broken;
    }

    private static string Capitalize(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
