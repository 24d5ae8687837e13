using System.Net;
using System.Net.Http.Headers;
using CiivSoft.Lever.Requests;
using CiivSoft.Lever.Tests.Support;
using CiivSoft.Lever.Transport;

namespace CiivSoft.Lever.Tests;

public sealed class AllowListTests : LeverTest
{
    private static readonly Uri BaseUri = new("https://api.lever.co/v1/");

    [Fact]
    public void These_are_all_the_calls_there_are() =>
        LeverRoute
            .All.Select(route => $"{route} ({route.Right})")
            .ShouldBe([
                "GET stages (Find all stages)",
                "GET postings (Find all postings)",
                "GET postings/{id} (Find a posting)",
                "GET opportunities (Find all opportunities)",
                "GET opportunities/deleted (Find all deleted opportunities)",
                "GET opportunities/{id} (Find an opportunity)",
                "GET opportunities/{id}/resumes (Find all opportunity resumes)",
                "GET opportunities/{id}/resumes/{id}/download (Download an opportunity resume file)",
                "GET opportunities/{id}/files (Find all opportunity files)",
                "GET candidates/{id}/files/{id}/download (Download a candidate file)",
                "GET opportunities/{id}/notes (Find all opportunity notes)",
                "GET opportunities/{id}/offers (Find all opportunity offers)",
                "GET contacts/{id} (Find a contact)",
                "GET archive_reasons (Find all archive reasons)",
                "POST opportunities (Create an opportunity)",
                "PUT opportunities/{id}/stage (Update an opportunity stage)",
                "POST opportunities/{id}/notes (Create an opportunity note)",
                "POST opportunities/{id}/addTags (Add opportunity tags)",
                "PUT opportunities/{id}/archived (Update an opportunity archived state)",
            ]);

    [Fact]
    public void Nobody_can_make_another_call() =>
        typeof(LeverRoute)
            .GetConstructors(
                System.Reflection.BindingFlags.Instance
                    | System.Reflection.BindingFlags.Public
                    | System.Reflection.BindingFlags.NonPublic
            )
            .ShouldAllBe(constructor => constructor.IsPrivate);

    [Theory]
    [InlineData("DELETE", "opportunities/o/notes/n")]
    [InlineData("DELETE", "opportunities/o")]
    [InlineData("POST", "opportunities/o/archived")]
    [InlineData("DELETE", "opportunities/o/archived")]
    [InlineData("PUT", "opportunities/o")]
    [InlineData("PUT", "candidates/o/archived")]
    [InlineData("PUT", "candidates/o/stage")]
    [InlineData("PUT", "contacts/c")]
    [InlineData("PUT", "opportunities/o/notes/n")]
    [InlineData("POST", "opportunities/o/removeTags")]
    [InlineData("POST", "opportunities/o/addLinks")]
    [InlineData("POST", "opportunities/o/files")]
    [InlineData("POST", "postings/p")]
    [InlineData("POST", "candidates")]
    [InlineData("POST", "candidates/o/addPostings")]
    [InlineData("POST", "postings/p/apply")]
    [InlineData("POST", "opportunities/")]
    [InlineData("POST", "opportunities/o/notes/")]
    [InlineData("POST", "opportunities//notes")]
    [InlineData("PATCH", "opportunities/o/stage")]
    [InlineData("GET", "users")]
    [InlineData("GET", "opportunities/o/archived")]
    [InlineData("GET", "OPPORTUNITIES")]
    [InlineData("GET", "")]
    [InlineData("GET", "../v2/stages")]
    [InlineData("PUT", "opportunities/x/../o/archived")]
    public async Task What_is_not_on_the_list_never_leaves(string method, string path)
    {
        using var network = new Network();
        using var handler = new AllowListHandler(network);
        using var gate = new HttpMessageInvoker(handler);
        using var request = WithKey(new HttpMethod(method), new Uri(BaseUri, path));

        await Should.ThrowAsync<InvalidOperationException>(() => gate.SendAsync(request, Cancellation));

        network.Sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://api.lever.co.evil.example/v1/stages")]
    [InlineData("http://api.lever.co/v1/stages")]
    [InlineData("https://api.lever.co:8443/v1/stages")]
    [InlineData("https://api.lever.co/stages")]
    [InlineData("https://api.lever.co/v1x/stages")]
    public async Task The_key_never_leaves_for_another_place(string address)
    {
        using var network = new Network();
        using var handler = new AllowListHandler(network);
        using var gate = new HttpMessageInvoker(handler);
        using var request = WithKey(HttpMethod.Get, new Uri(address));

        await Should.ThrowAsync<InvalidOperationException>(() => gate.SendAsync(request, Cancellation));

        network.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_key_one_can_only_read()
    {
        using var network = new Network();
        using var handler = new AllowListHandler(network);
        using var gate = new HttpMessageInvoker(handler);
        using var post = new HttpRequestMessage(HttpMethod.Post, new Uri(BaseUri, "opportunities"));
        using var get = new HttpRequestMessage(HttpMethod.Get, new Uri("https://storage.example/cv.pdf"));

        await Should.ThrowAsync<InvalidOperationException>(() => gate.SendAsync(post, Cancellation));
        using var answer = await gate.SendAsync(get, Cancellation);

        network.Sent.ShouldBe(["GET https://storage.example/cv.pdf"]);
    }

    [Fact]
    public async Task Every_call_of_the_list_is_used_by_the_client_and_arrives()
    {
        Stub.Otherwise = StubAnswer.Page("");
        var client = Client();
        const LeverPriority p = LeverPriority.Backfill;

        await client.ListStagesAsync(p, Cancellation);
        await CollectAsync(client.ListPostingsAsync(new PostingQuery(), p, Cancellation));
        await IgnoreAsync(() => client.GetPostingAsync("1", p, Cancellation));
        await CollectAsync(client.ListOpportunitiesAsync(new OpportunityQuery(), p, Cancellation));
        await CollectAsync(client.ListDeletedOpportunitiesAsync(null, p, Cancellation));
        await IgnoreAsync(() => client.GetOpportunityAsync("1", p, Cancellation));
        await client.ListResumesAsync("1", p, Cancellation);
        await client.DownloadResumeAsync("1", "2", 100, p, Cancellation);
        await client.ListFilesAsync("1", p, Cancellation);
        await client.DownloadFileAsync("1", "2", 100, p, Cancellation);
        await client.ListNotesAsync("1", p, Cancellation);
        await client.ListOffersAsync("1", p, Cancellation);
        await IgnoreAsync(() => client.GetContactAsync("1", p, Cancellation));
        await client.ListArchiveReasonsAsync(p, Cancellation);
        await client.CreateLeadAsync(new LeadRequest("1", "2", "s"), p, Cancellation);
        await client.MoveToStageAsync("1", "2", p, Cancellation);
        await client.AddNoteAsync("1", "text", p, Cancellation);
        await client.AddTagsAsync("1", ["tag"], p, Cancellation);
        await client.ArchiveAsync("1", "2", p, Cancellation);

        Stub.Requests.Select(r => $"{r.Method} {r.Path.Replace("/v1/", "", StringComparison.Ordinal)}")
            .ShouldBe(
                LeverRoute.All.Select(r =>
                    r.ToString()
                        .Replace("{id}", "1", StringComparison.Ordinal)
                        .Replace("/1/download", "/2/download", StringComparison.Ordinal)
                )
            );
    }

    [Fact]
    public async Task Only_writes_carry_the_service_user()
    {
        await Every_call_of_the_list_is_used_by_the_client_and_arrives();

        Stub.Requests.ShouldAllBe(r =>
            r.Query.Contains("perform_as=service-user", StringComparison.Ordinal) == (r.Method != "GET")
        );
    }

    private static async Task IgnoreAsync<T>(Func<Task<T?>> read)
        where T : class =>
        (await Should.ThrowAsync<LeverException>(() => read())).Failure.ShouldBe(LeverFailure.BrokenRecord);

    private static HttpRequestMessage WithKey(HttpMethod method, Uri uri)
    {
        var request = new HttpRequestMessage(method, uri);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", "x");
        request.Options.Set(AllowListHandler.BaseUri, BaseUri);
        return request;
    }

    private sealed class Network : HttpMessageHandler
    {
        public List<string> Sent { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Sent.Add($"{request.Method} {request.RequestUri}");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
        }
    }
}
