using CiivSoft.Grains.Candidates;
using CiivSoft.Grains.Tests.Cluster;
using CiivSoft.Grains.Tests.Support;
using CiivSoft.Lever;
using CiivSoft.Lever.Resources;
using CiivSoft.Storage.Mirror;

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
    [InlineData(PlainTextReader.Damaged, ResumeStatus.Unreadable)]
    [InlineData(PlainTextReader.Scan, ResumeStatus.NeedsOcr)]
    [InlineData(PlainTextReader.Protected, ResumeStatus.Encrypted)]
    [InlineData("422", ResumeStatus.NotProcessed)]
    [InlineData("404", ResumeStatus.NotProcessed)]
    [InlineData("large", ResumeStatus.TooLarge)]
    public async Task A_file_that_gives_no_text_says_why(string content, ResumeStatus status)
    {
        _lever.Add("opp", File("cv"), content);

        var failed = (await FetchAsync("opp")).ShouldBeOfType<ResumeFetch.Unreadable>();

        failed.Status.ShouldBe(status);
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

    [Fact]
    public async Task A_picture_that_Lever_could_not_process_is_a_scan()
    {
        var resume = File("cv");
        _lever.Add("opp", resume with { File = resume.File! with { Ext = "jpg" } }, "422");

        (await FetchAsync("opp")).ShouldBeOfType<ResumeFetch.Unreadable>().Status.ShouldBe(ResumeStatus.NeedsOcr);
    }

    [Fact]
    public async Task A_file_that_Lever_fails_to_hand_out_is_tried_again_for_hours_and_then_left()
    {
        _lever.Add("opp", File("cv"), "500");
        _lever.Add("other", File("cv") with { ParsedData = Parsed(words: 50) }, "500");

        await Should.ThrowAsync<LeverException>(() => FetchAsync(triedBefore: 23, "opp"));
        (await FetchAsync(triedBefore: 24, "opp"))
            .ShouldBeOfType<ResumeFetch.Unreadable>()
            .Status.ShouldBe(ResumeStatus.NotProcessed);
        (await FetchAsync(triedBefore: 24, "other")).ShouldBeOfType<ResumeFetch.Found>().Source.ShouldBe("parsed");
    }

    [Fact]
    public async Task A_file_that_may_not_be_downloaded_waits_for_the_right()
    {
        _lever.Add("opp", File("cv"), "403");

        (
            await Should.ThrowAsync<LeverException>(() => FetchAsync(triedBefore: 99, "opp"))
        ).IsMissingRight.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_read_before_is_not_fetched_again()
    {
        _lever.Add("opp", File("cv"), "text");

        (await FetchKnownAsync("opp/cv", "opp")).ShouldBeOfType<ResumeFetch.Unchanged>();
        _lever.Downloads.ShouldBe(0);
    }

    [Fact]
    public async Task A_newer_resume_on_the_same_opportunity_takes_the_place_of_the_known_one()
    {
        _lever.Add("opp", File("cv", day: 1), "text");
        _lever.Add("opp", File("newer", day: 2), "newer text");

        (await FetchKnownAsync("opp/cv", "opp")).ShouldBeOfType<ResumeFetch.Found>().Text.ShouldBe("newer text");
    }

    [Theory]
    [InlineData("Jane Doe CV.pdf", true)]
    [InlineData("resume_2024.docx", true)]
    [InlineData("Résumé.pdf", true)]
    [InlineData("lebenslauf.pdf", true)]
    [InlineData("cover letter.pdf", false)]
    [InlineData("cvetkovic.pdf", false)]
    public async Task Where_there_is_no_resume_an_attached_file_named_like_one_is_read(string name, bool isRead)
    {
        _lever.Attach("opp", new LeverFile { Id = "file", Name = name }, "the file's text");

        var fetch = await FetchAsync("opp");

        (fetch is ResumeFetch.Found { Path: "opp/file" }).ShouldBe(isRead);
        _lever.Downloads.ShouldBe(isRead ? 1 : 0);
    }

    [Fact]
    public async Task Files_are_not_asked_for_where_there_is_a_resume()
    {
        _lever.Add("opp", File("cv"), "text");

        await FetchAsync("opp");

        _lever.FileLists.ShouldBe(0);
    }

    private Task<ResumeFetch> FetchAsync(params string[] opportunities) => FetchAsync(triedBefore: 0, opportunities);

    private Task<ResumeFetch> FetchAsync(int triedBefore, params string[] opportunities) =>
        FetchKnownAsync(null, triedBefore, opportunities);

    private Task<ResumeFetch> FetchKnownAsync(string? known, params string[] opportunities) =>
        FetchKnownAsync(known, triedBefore: 0, opportunities);

    private Task<ResumeFetch> FetchKnownAsync(string? known, int triedBefore, string[] opportunities) =>
        _fetcher.FetchAsync(
            _lever,
            opportunities,
            known,
            triedBefore,
            LeverPriority.NewApplication,
            TestContext.Current.CancellationToken
        );

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
