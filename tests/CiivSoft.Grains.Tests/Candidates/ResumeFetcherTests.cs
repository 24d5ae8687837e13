using CiivSoft.Documents;
using CiivSoft.Grains.Candidates;
using CiivSoft.Grains.Tests.Cluster;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Lever;
using CiivSoft.Lever.Resources;

namespace CiivSoft.Grains.Tests.Candidates;

public sealed class ResumeFetcherTests
{
    private static readonly LeverParsedResume Talkative = Parsed(200);
    private readonly FakeResumes _lever = new();
    private readonly ResumeFetcher _fetcher = new(new PlainTextReader());

    [Fact]
    public async Task The_file_is_read_where_the_parsed_data_say_little()
    {
        _lever.Add("opp", File("cv") with { ParsedData = Parsed(5) }, "the file's text");

        var found = (await FetchAsync("opp")).ShouldBeOfType<ResumeFetch.Found>();

        (found.Path, found.Text, found.Source).ShouldBe(("opp/cv", "the file's text", "file"));
    }

    [Fact]
    public async Task No_file_is_fetched_where_the_parsed_data_suffice()
    {
        _lever.Add("opp", File("cv") with { ParsedData = Talkative }, "the file's text");

        (await FetchAsync("opp")).ShouldBeOfType<ResumeFetch.Found>().Source.ShouldBe("parsed");
        _lever.Downloads.ShouldBe(0);
    }

    [Fact]
    public async Task Parsed_data_alone_are_enough()
    {
        _lever.Add("opp", new LeverResume { Id = "cv", ParsedData = Parsed(3) }, content: null);

        (await FetchAsync("opp")).ShouldBeOfType<ResumeFetch.Found>().Text.ShouldStartWith("Experience");
    }

    [Fact]
    public async Task The_newest_file_of_the_newest_opportunity_goes_first()
    {
        _lever.Add("new", File("older", day: 1), "older");
        _lever.Add("new", File("newer", day: 2), "newer");
        _lever.Add("old", File("oldest", day: 3), "oldest");

        (await FetchAsync("new", "old")).ShouldBeOfType<ResumeFetch.Found>().Text.ShouldBe("newer");
    }

    [Fact]
    public async Task An_opportunity_without_resume_is_passed_over()
    {
        _lever.Add("old", File("cv"), "text");

        (await FetchAsync("new", "old")).ShouldBeOfType<ResumeFetch.Found>().Path.ShouldBe("old/cv");
    }

    [Fact]
    public async Task One_in_processing_is_waited_for_and_no_older_one_is_judged_in_its_place()
    {
        _lever.Add("new", File("cv", status: "processing"), "text");
        _lever.Add("old", File("cv"), "old text");

        (await FetchAsync("new", "old")).ShouldBe(new ResumeFetch.NotYet(IsProcessing: true));
    }

    [Fact]
    public async Task Where_there_is_none_it_may_come_yet() =>
        (await FetchAsync("opp")).ShouldBe(new ResumeFetch.NotYet(IsProcessing: false));

    [Theory]
    [InlineData(PlainTextReader.Damaged, DocumentVerdict.Unreadable)]
    [InlineData(PlainTextReader.Scan, DocumentVerdict.NeedsOcr)]
    [InlineData("422", DocumentVerdict.Unreadable)]
    [InlineData("404", DocumentVerdict.Unreadable)]
    [InlineData("large", DocumentVerdict.Quarantined)]
    public async Task A_file_that_gives_no_text_says_why(string content, DocumentVerdict verdict)
    {
        _lever.Add("opp", File("cv"), content);

        var failed = (await FetchAsync("opp")).ShouldBeOfType<ResumeFetch.Unreadable>();

        failed.Verdict.ShouldBe(verdict);
        failed.Reason.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(PlainTextReader.Damaged)]
    [InlineData("large")]
    public async Task Parsed_data_stand_in_for_a_file_that_gives_no_text(string content)
    {
        _lever.Add("opp", File("cv") with { ParsedData = Parsed(5) }, content);

        (await FetchAsync("opp")).ShouldBeOfType<ResumeFetch.Found>().Source.ShouldBe("parsed");
    }

    [Fact]
    public async Task A_readable_older_resume_stands_in_for_an_unreadable_newer_one()
    {
        _lever.Add("new", File("cv"), PlainTextReader.Damaged);
        _lever.Add("old", File("cv"), "old text");

        (await FetchAsync("new", "old")).ShouldBeOfType<ResumeFetch.Found>().Text.ShouldBe("old text");
    }

    [Fact]
    public async Task Of_somebody_with_many_opportunities_the_five_newest_are_looked_at()
    {
        _lever.Add("o6", File("cv"), "text");

        await FetchAsync("o1", "o2", "o3", "o4", "o5", "o6");

        _lever.Lists.ShouldBe(5);
    }

    private Task<ResumeFetch> FetchAsync(params string[] opportunities) =>
        _fetcher.FetchAsync(_lever, opportunities, LeverPriority.NewApplication, TestContext.Current.CancellationToken);

    private static LeverResume File(string id, int day = 1, string status = "processed") =>
        new()
        {
            Id = id,
            File = new LeverResumeFile
            {
                Name = "cv.txt",
                Status = status,
                UploadedAt = Rows.Now.AddDays(day),
            },
        };

    private static LeverParsedResume Parsed(int words) =>
        new() { Positions = [new LeverPosition { Summary = string.Join(' ', Enumerable.Repeat("word", words)) }] };
}
