namespace CiivSoft.Matching.Redaction;

public sealed class RedactorTests
{
    private const string Resume = """
        Thomas Baker
        Head baker and pastry cook
        12 Mill Road, Leeds LS1 4AB | +44 7700 900123 | tom.baker@example.org
        linkedin.com/in/tombaker

        Summary
        Baker with 8 years in craft bakeries. He trains apprentices; T. Baker led a team of 5.

        Work History
        Head Baker, 03/2015 - Present
        Young & Page Bakery, York
        Baked 400 loaves a day. Thomas Baker won regional awards.

        Education
        Diploma in Bakery, Leeds City College, 2009

        Date of birth: 12/05/1990 | Nationality: British | Marital status: single
        """;

    private static readonly PersonDetails Thomas = new()
    {
        Names = ["Thomas Baker"],
        Emails = ["tom.baker@example.org"],
    };

    [Fact]
    public void Everything_personal_goes_and_the_work_stays()
    {
        var redacted = Redactor.Redact(Resume, Thomas);

        Words(redacted.Text)
            .ShouldBe(
                """
                Head baker and pastry cook
                Summary
                Baker with 8 years in craft bakeries trains apprentices led a team of 5
                Work History
                Head Baker 03 2015 Present
                Young Page Bakery York
                Baked 400 loaves a day won regional awards
                Education
                Diploma in Bakery Leeds City College
                """,
                StringCompareShould.IgnoreLineEndings
            );
    }

    [Fact]
    public void Offsets_mean_the_same_in_both_texts()
    {
        var redacted = Redactor.Redact(Resume, Thomas);

        redacted.Text.Length.ShouldBe(Resume.Length);
        for (var i = 0; i < Resume.Length; i++)
        {
            redacted.Text[i].ShouldBe(redacted.Touches(i, 1) && Resume[i] != '\n' ? ' ' : Resume[i]);
        }
    }

    internal static string Words(string text) =>
        string.Join(
            '\n',
            text.Split('\n')
                .Select(line =>
                    string.Join(
                        ' ',
                        TextWord.Of(line, 0, line.Length).Select(word => line.Substring(word.Start, word.Length))
                    )
                )
                .Where(line => line.Length > 0)
        );
}
