namespace CiivSoft.Cli.Tests.Checking;

public class AccountsApartTests
{
    private const string Foreign = "ffffffff-0000-4000-8000-000000000001";

    private static readonly string[] Sources = ["CiiVSOFT ARKiiVE"];

    private readonly RecordedRun _run = new();

    [Theory]
    [InlineData("/opportunities/" + Foreign + "/resumes", null)]
    [InlineData("/postings/" + Foreign, null)]
    [InlineData("/opportunities", "?contact_id=" + Foreign + "&expand=applications")]
    [InlineData("/opportunities", "?posting_id=" + Foreign)]
    public void A_foreign_id_that_was_asked_for_is_found(string path, string? query)
    {
        var request = _run.Request("GET", "/x", path, query: query);

        var finding = _run.Check().ShouldHaveSingleItem();

        finding.Invariant.ShouldBe("I7");
        finding.Code.ShouldBe("foreign-id-sent");
        finding.Ids.ShouldBe([Foreign]);
        finding.Sequences.ShouldBe([request.Seq]);
    }

    [Fact]
    public void A_lead_for_a_foreign_person_is_found()
    {
        var posting = _run.Posting();
        _run.Request(
            "POST",
            "/opportunities",
            "/opportunities",
            new
            {
                contact = Foreign,
                postings = new[] { posting },
                sources = Sources,
            }
        );

        _run.Check().ShouldContain(f => f.Code == "foreign-id-sent" && f.Ids[0] == Foreign);
    }

    [Fact]
    public void A_row_with_a_foreign_id_is_found()
    {
        var application = _run.Apply(_run.Posting());
        _run.Match(application);
        var row = _run.Record().Tables.Effects[0];
        _run.Put(row with { ContactId = Foreign });

        var finding = _run.Check().ShouldHaveSingleItem();

        finding.Code.ShouldBe("foreign-id-kept");
        finding.Ids[0].ShouldBe(Foreign);
    }

    [Fact]
    public void What_was_deleted_is_no_foreign_id()
    {
        var application = _run.Apply(_run.Posting());
        _run.Match(application);
        _run.Delete(application);
        _run.Request("GET", "/opportunities/:opportunity", $"/opportunities/{application.Id}");

        _run.Check().ShouldBeEmpty();
    }
}
