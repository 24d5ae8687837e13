using System.Text;
using CiivSoft.Lever.Tests.Support;

namespace CiivSoft.Lever.Tests;

public sealed class DownloadTests : LeverTest
{
    private const LeverPriority Backfill = LeverPriority.Backfill;
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 …");

    [Fact]
    public async Task A_resume_comes_through_the_opportunity()
    {
        Stub.Answers(StubAnswer.Bytes(Pdf, contentType: "application/pdf"));

        var content = await ResumeAsync();

        content.Bytes.ToArray().ShouldBe(Pdf);
        content.MediaType.ShouldBe("application/pdf");
        content.ToString().ShouldBe($"{Pdf.Length} bytes");
        Stub.LastRequest.Target.ShouldBe("/v1/opportunities/o/resumes/r/download");
    }

    [Fact]
    public async Task A_file_comes_through_the_candidates_alias()
    {
        Stub.Answers(StubAnswer.Bytes([]));

        var download = await Client().DownloadFileAsync("o", "f", 0, Backfill, Cancellation);

        download.ShouldBeOfType<LeverDownload.Content>().Bytes.Length.ShouldBe(0);
        Stub.LastRequest.Target.ShouldBe("/v1/candidates/o/files/f/download");
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(9, false)]
    public async Task The_limit_is_to_the_byte_whether_or_not_the_length_is_announced(long maxBytes, bool fits)
    {
        var unannounced = new StubAnswer(context => context.Response.Body.WriteAsync(new byte[10]).AsTask());
        Stub.Answers(StubAnswer.Bytes(new byte[10]), unannounced);

        for (var i = 0; i < 2; i++)
        {
            var download = await Client().DownloadResumeAsync("o", "r", maxBytes, Backfill, Cancellation);

            (download is LeverDownload.Content).ShouldBe(fits);
            (download is LeverDownload.TooLarge).ShouldBe(!fits);
        }
    }

    [Fact]
    public async Task A_file_that_Lever_cannot_process_is_said_to_be_so()
    {
        Stub.Answers(StubAnswer.Status(422));

        (await Client().DownloadResumeAsync("o", "r", 100, Backfill, Cancellation)).ShouldBe(
            new LeverDownload.Unprocessable()
        );
    }

    [Fact]
    public async Task A_truncated_file_is_fetched_again()
    {
        Stub.Answers(StubAnswer.Truncated("half a file"), StubAnswer.Bytes(Pdf));

        (await ResumeAsync()).Bytes.ToArray().ShouldBe(Pdf);

        Permits.Taken.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_part_of_a_file_is_no_file()
    {
        Stub.Otherwise = StubAnswer.Bytes(Pdf, 206);

        var e = await Should.ThrowAsync<LeverException>(ResumeAsync);

        e.Failure.ShouldBe(LeverFailure.Unreadable);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_file_may_lie_elsewhere_but_the_key_stays_here(int status)
    {
        await using var storage = await StubLever.StartAsync();
        storage.Answers(StubAnswer.Bytes(Pdf));
        Stub.Answers(StubAnswer.Redirect(new Uri(storage.Root, "bucket/cv.pdf?signature=1"), status));

        (await ResumeAsync()).Bytes.ToArray().ShouldBe(Pdf);

        storage.LastRequest.Target.ShouldBe("/bucket/cv.pdf?signature=1");
        storage.LastRequest.Headers.Authorization.ShouldBeEmpty();
        Stub.LastRequest.Headers.Authorization.ShouldNotBeEmpty();
        Permits.Taken.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_look_alike_of_Levers_path_elsewhere_gets_no_key_either()
    {
        await using var storage = await StubLever.StartAsync();
        storage.Answers(StubAnswer.Bytes(Pdf));
        Stub.Answers(StubAnswer.Redirect(new Uri(storage.Root, "v1/opportunities/o/resumes/r/download")));

        await ResumeAsync();

        storage.LastRequest.Headers.Authorization.ShouldBeEmpty();
    }

    [Fact]
    public async Task On_Lever_itself_the_key_goes_only_to_known_calls()
    {
        Stub.Answers(
            StubAnswer.Redirect(new Uri(Stub.Root, "v1/opportunities/o2/resumes/r2/download")),
            StubAnswer.Redirect(new Uri(Stub.Root, "v1/users")),
            StubAnswer.Bytes(Pdf)
        );

        await ResumeAsync();

        Stub.Requests.Select(request => request.Headers.Authorization.Count).ShouldBe([1, 1, 0]);
        Permits.Taken.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Redirects_end()
    {
        Stub.Otherwise = StubAnswer.Redirect(new Uri(Stub.Root, "storage/x"));

        var e = await Should.ThrowAsync<LeverException>(ResumeAsync);

        e.Status.ShouldBe(302);
        e.IsTransient.ShouldBeFalse();
    }

    [Fact]
    public async Task Json_is_never_read_from_another_place()
    {
        await using var elsewhere = await StubLever.StartAsync();
        Stub.Otherwise = StubAnswer.Redirect(new Uri(elsewhere.Root, "v1/stages"));

        var e = await Should.ThrowAsync<LeverException>(() => Client().ListStagesAsync(Backfill, Cancellation));

        e.Status.ShouldBe(302);
        elsewhere.Requests.ShouldBeEmpty();
    }

    private async Task<LeverDownload.Content> ResumeAsync() =>
        (
            await Client().DownloadResumeAsync("o", "r", 1000, Backfill, Cancellation)
        ).ShouldBeOfType<LeverDownload.Content>();
}
