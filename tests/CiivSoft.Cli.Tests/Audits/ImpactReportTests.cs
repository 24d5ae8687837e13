using CiivSoft.Abstractions;
using CiivSoft.Cli.Admin;
using CiivSoft.Cli.Audits.Impact;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Tests.Audits;

public sealed class ImpactReportTests
{
    private const string Declared = """
        sex,race_ethnicity,selected,score
        Female,White,yes,0.9
        female,White,no,0.2
        Female,"Black or African American",yes,0.8
        Female,"Black or African American",no,0.1
        Male,White,yes,0.7
        Male,White,yes,0.6
        Male,"Black or African American",no,0.3
        Male,prefer not to say,yes,0.5
        ,White,no,0.4
        """;

    [Fact]
    public void Rates_and_ratios_are_those_of_the_declared_categories()
    {
        var report = DeclaredCategories.OfFile(CsvFile.Parse(Declared), excludeSmall: false);

        var sex = report.Tables.First(table => table is { Characteristic: "Sex", Measure: "selection rate" });
        sex.Unknown.ShouldBe(1);
        sex.Rows.Select(row => (row.Category, row.Applicants, row.Chosen)).ShouldBe([("Female", 4, 2), ("Male", 4, 3)]);
        sex.Rows[0].ImpactRatio.ShouldNotBeNull().ShouldBe(0.5 / 0.75, 1e-9);
        sex.Rows[1].ImpactRatio.ShouldBe(1);
    }

    [Fact]
    public void The_scoring_rate_is_the_share_above_the_median()
    {
        var report = DeclaredCategories.OfFile(CsvFile.Parse(Declared), excludeSmall: false);

        report.Median.ShouldBe(0.5);
        var sex = report.Tables.First(table => table is { Characteristic: "Sex", Measure: "scoring rate" });
        sex.Rows.Select(row => row.Chosen).ShouldBe([2, 2]);
    }

    [Fact]
    public void Two_characteristics_together_need_both()
    {
        var report = DeclaredCategories.OfFile(CsvFile.Parse(Declared), excludeSmall: false);

        var both = report.Tables.First(table =>
            table is { Characteristic: "Race/ethnicity and sex", Measure: "selection rate" }
        );
        both.Unknown.ShouldBe(2);
        both.Rows.Select(row => row.Category)
            .ShouldBe(
                [
                    "Black or African American / Female",
                    "White / Female",
                    "White / Male",
                    "Black or African American / Male",
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public void Small_categories_are_left_out_of_the_ratios_only_when_asked_and_are_still_shown()
    {
        var many = string.Join('\n', Enumerable.Range(0, 99).Select(i => $"Male,White,{(i % 2 == 0 ? "yes" : "no")}"));
        var file = CsvFile.Parse($"sex,race,selected\n{many}\nFemale,White,yes");

        var all = DeclaredCategories.OfFile(file, excludeSmall: false).Tables[0];
        var without = DeclaredCategories.OfFile(file, excludeSmall: true).Tables[0];

        all.Rows.Single(row => row.Category == "Female").ImpactRatio.ShouldBe(1);
        var female = without.Rows.Single(row => row.Category == "Female");
        (female.IsExcluded, female.ImpactRatio, female.Rate).ShouldBe((true, null, 1.0));
        without.Rows.Single(row => row.Category == "Male").ImpactRatio.ShouldBe(1);
    }

    [Fact]
    public void Decisions_are_found_by_either_id_and_the_rest_is_counted()
    {
        var file = CsvFile.Parse("opportunity_id;sex\no1;Female\no2;Male\nnobody;Male\no1;Female");

        var report = DeclaredCategories.OfDecisions(
            file,
            [
                Decision("d1", "o1", "match", 0.9),
                Decision("d2", "o2", "no-match", 0.1),
                Decision("d3", "o3", "match", 0.8),
            ],
            Solution.Fiilter,
            excludeSmall: false
        );

        (report.Assessed, report.NotFound, report.NotDeclared).ShouldBe((3, 1, 1));
        report.Tables[0].Unknown.ShouldBe(1);
        report.Tables[0].Rows.Select(row => (row.Category, row.Chosen)).ShouldBe([("Female", 1), ("Male", 0)]);
    }

    [Theory]
    [InlineData("a,b\n1,2", "neither a column 'sex'")]
    [InlineData("sex\nMale", "neither a column 'selected'")]
    [InlineData("sex,selected\nMale,perhaps", "neither yes nor no")]
    [InlineData("sex,score\nMale,high", "is no number")]
    [InlineData("", "is empty")]
    public void What_is_wrong_with_a_file_is_said(string text, string message) =>
        Should
            .Throw<CliException>(() => DeclaredCategories.OfFile(CsvFile.Parse(text), excludeSmall: false))
            .Message.ShouldContain(message);

    [Fact]
    public void Quotes_hold_separators_line_breaks_and_quotes()
    {
        var file = CsvFile.Parse("\uFEFFRace / Ethnicity,Sex\r\n\"a, \"\"b\"\"\nc\",Male\r\n");

        file.Field(file.Rows.ShouldHaveSingleItem(), "race_ethnicity").ShouldBe("a, \"b\"\nc");
    }

    private static ExplainedDecision Decision(string id, string opportunity, string verdict, double score) =>
        new(
            id,
            Solution.Fiilter,
            "c",
            opportunity,
            "p",
            verdict,
            score,
            0.5,
            "model",
            "policy",
            false,
            DateTimeOffset.UnixEpoch,
            null,
            []
        );
}
