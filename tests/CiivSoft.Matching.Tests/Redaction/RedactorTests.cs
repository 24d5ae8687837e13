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

    [Fact]
    public void What_stands_behind_a_fact_that_is_gone_goes_too() =>
        Words(Redactor.Redact("9. Nationality: Indian Marital Status: Single Passport Number: J 1995772", Thomas).Text)
            .ShouldNotContain("1995772");

    [Theory]
    [InlineData("I wrote: Dear Ms. Miller, please accept", "I wrote Dear please accept")]
    [InlineData("Praised by Mr Okoye for speed", "Praised by for speed")]
    [InlineData("Knows MS Office and MS Excel", "Knows MS Office and MS Excel")]
    public void Whoever_is_addressed_goes_whatever_the_person_is_called(string line, string left)
    {
        var text = Resume.Replace("Baked 400 loaves a day.", line, StringComparison.Ordinal);
        foreach (var other in new[] { "Ashley Miller", "Ada Okoye", "Excel Office" })
        {
            var person = Thomas with { Names = ["Thomas Baker", other] };

            Words(Redactor.Redact(text, person).Text).ShouldContain(left);
        }
    }

    [Theory]
    [InlineData("Thomas is calm. Baker has led many.", "is calm has led many")]
    [InlineData("Python is a language.", "Python is a language")]
    [InlineData(
        "Worked for Baker Street Bakery. Head Baker is a title.",
        "Worked for Baker Street Bakery Head Baker is a title"
    )]
    public void A_name_alone_goes_where_it_is_somebody_who_does_something(string line, string left) =>
        Words(
                Redactor
                    .Redact(
                        Resume.Replace("Baked 400 loaves a day.", line, StringComparison.Ordinal),
                        Thomas with
                        {
                            Names = ["Thomas Baker", "Python Baker"],
                        }
                    )
                    .Text
            )
            .ShouldContain(left);

    [Theory]
    [InlineData("Polish | two children | Pastry cook", "Pastry cook")]
    [InlineData("Single, 3 kids, English teacher", "English teacher")]
    [InlineData("Italian citizen | married with two children | Pastry cook", "Pastry cook")]
    [InlineData("Sri Lankan | Pastry cook", "Pastry cook")]
    [InlineData("English, Polish | Pastry cook", "English Polish Pastry cook")]
    [InlineData("Teacher | English | Sick children nurse", "Teacher English Sick children nurse")]
    public void Origin_and_family_in_a_header_need_no_label(string line, string left) =>
        Words(Redactor.Redact($"Thomas Baker\n{line}\n", Thomas).Text).ShouldBe(left);

    [Theory]
    [InlineData("Father’s Name : Ram Kumar Sharma")]
    [InlineData("Mother's name Sita Sharma")]
    [InlineData("Husband’s name: Ravi Sharma")]
    [InlineData("Date of Birth 12 March 1985")]
    [InlineData("DOB 12/03/1985")]
    [InlineData("Marital Status Single")]
    public void Personal_details_need_no_colon_and_any_apostrophe(string line)
    {
        var redacted = Redactor.Redact($"Experience\nWelder, 2015 - 2020\n\nPersonal Details\n{line}\n", Thomas);

        Words(redacted.Text)
            .ShouldBe("Experience\nWelder 2015 2020\nPersonal Details", StringCompareShould.IgnoreLineEndings);
    }

    [Fact]
    public void A_trade_that_is_also_the_surname_stays_in_a_word_of_two()
    {
        const string header = "Will Driver\nWarehouse Lead Rep/Driver\n";

        Words(Redactor.Redact(header, new PersonDetails { Names = ["Will Driver"] }).Text)
            .ShouldBe("Warehouse Lead Rep Driver");
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
