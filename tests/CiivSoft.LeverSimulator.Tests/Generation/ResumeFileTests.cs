using System.Text;
using CiivSoft.LeverSimulator.Generation.Content;
using CiivSoft.LeverSimulator.Generation.Documents;
using CiivSoft.LeverSimulator.Generation.People;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using UglyToad.PdfPig;

namespace CiivSoft.LeverSimulator.Tests.Generation;

public sealed class ResumeFileTests
{
    private static readonly Month Now = Month.Of(2026, 11);

    [Fact]
    public void Every_pdf_can_be_read_and_says_what_the_person_did()
    {
        foreach (var (person, bytes) in Files(160, ".pdf"))
        {
            using var document = PdfDocument.Open(bytes);
            var text = Squeeze(string.Concat(document.GetPages().Select(page => page.Text)));
            text.ShouldContain(Squeeze(person.Name));
            text.ShouldContain(Squeeze(person.Jobs[0].Title));
            text.ShouldContain(Squeeze(person.Jobs[0].Bullets[0]));
            text.ShouldContain(Squeeze(person.Studies[0].Field));
            document.NumberOfPages.ShouldBeInRange(1, 4);
        }
    }

    [Fact]
    public void Every_word_file_is_valid_and_says_what_the_person_did()
    {
        var validator = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019);
        foreach (var (person, bytes) in Files(160, ".docx"))
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
            validator
                .Validate(document, TestContext.Current.CancellationToken)
                .Select(error => $"{error.Path?.XPath}: {error.Description}")
                .ShouldBeEmpty();
            var text = document.MainDocumentPart?.Document?.InnerText ?? "";
            text.ShouldContain(person.Name);
            text.ShouldContain(person.Jobs[0].Bullets[0]);
        }
    }

    [Fact]
    public void A_scan_is_a_pdf_with_a_picture_and_no_text()
    {
        using var document = PdfDocument.Open(ResumeFile.Write(Person(3), Now, ResumeKind.Scan));

        document.GetPage(1).Text.ShouldBeEmpty();
        document.GetPage(1).GetImages().Count().ShouldBe(1);
    }

    [Fact]
    public void A_broken_file_cannot_be_opened() =>
        Should.Throw<Exception>(() => PdfDocument.Open(ResumeFile.Write(Person(3), Now, ResumeKind.Broken)));

    [Fact]
    public void All_layouts_and_both_formats_occur()
    {
        var people = Enumerable.Range(0, 120).Select(Person).ToList();

        people.Select(person => ResumeComposer.Compose(person, Now).Style.Layout).Distinct().Count().ShouldBe(3);
        people.Count(person => Extension(person) == ".pdf").ShouldBeInRange(40, 100);
        people.Count(person => Extension(person) == ".docx").ShouldBeInRange(20, 80);
    }

    [Fact]
    public void No_two_of_two_thousand_resumes_say_the_same()
    {
        var texts = Enumerable
            .Range(0, 2000)
            .Select(number => ResumeComposer.Compose(Person(number), Now))
            .Select(content =>
                string.Join('\n', content.Sections.SelectMany(section => section.Blocks).SelectMany(Lines))
            );

        texts.Distinct().Count().ShouldBe(2000);
    }

    [Fact]
    public void The_same_person_gives_the_same_bytes()
    {
        foreach (var number in Enumerable.Range(0, 30))
        {
            ResumeFile
                .Write(Person(number), Now, ResumeKind.File)
                .ShouldBe(ResumeFile.Write(Person(number), Now, ResumeKind.File));
        }
    }

    [Fact]
    public void An_older_resume_does_not_know_what_came_later()
    {
        var person = Enumerable.Range(0, 100).Select(Person).First(someone => someone.Jobs.Length > 2);
        var then = person.Jobs[1].Start.Add(2);

        var jobs = ResumeComposer.JobsAsOf(person, then);

        jobs.Length.ShouldBe(person.Jobs.Length - 1);
        jobs[0].End.ShouldBeNull();
    }

    private static IEnumerable<(Person Person, byte[] Bytes)> Files(int count, string extension) =>
        Enumerable
            .Range(0, count)
            .Select(Person)
            .Where(person => Extension(person) == extension)
            .Select(person => (person, ResumeFile.Write(person, Now, ResumeKind.File)));

    private static string Extension(Person person) => Path.GetExtension(ResumeFile.NameOf(person, ResumeKind.File));

    private static Person Person(int number)
    {
        var all = OccupationSheets.All;
        var seed = new PersonSeed(11, number, all[number % all.Length], 1 + (number / 3 % 4), Now, number % 12 == 5);
        return PersonFactory.Create(seed);
    }

    private static IEnumerable<string> Lines(ResumeBlock block) =>
        [block.Title, block.Place, block.Dates, .. block.Lines];

    // Lines are wrapped, so words are compared without what is between them.
    private static string Squeeze(string text)
    {
        var letters = new StringBuilder();
        foreach (var letter in text.Where(char.IsLetterOrDigit))
        {
            letters.Append(letter);
        }

        return letters.ToString();
    }
}
