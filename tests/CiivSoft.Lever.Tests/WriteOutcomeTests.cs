using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using CiivSoft.Lever.Requests;
using CiivSoft.Lever.Tests.Support;

namespace CiivSoft.Lever.Tests;

public sealed class WriteOutcomeTests : LeverTest
{
    private static readonly LeadRequest Lead = new("contact-1", "posting-1", "CiiVSOFT ARKiiVE")
    {
        Tags = ["CiiVSOFT ARKiiVE"],
    };

    private const LeverPriority Effect = LeverPriority.Effect;

    [Fact]
    public async Task A_lead_is_a_new_opportunity_of_a_known_contact_without_contact_details()
    {
        Stub.Answers(StubAnswer.Json("""{"deduped":true,"data":{"id":"opp-9","contact":"contact-1"}}""", 201));

        var outcome = await Client().CreateLeadAsync(Lead, Effect, Cancellation);

        outcome.ShouldBe(new LeverWriteOutcome.Done("opp-9"));
        Stub.LastRequest.Method.ShouldBe("POST");
        Stub.LastRequest.Target.ShouldBe("/v1/opportunities?perform_as_posting_owner=true&perform_as=service-user");
        using var body = JsonDocument.Parse(Stub.LastRequest.Body);
        body.RootElement.EnumerateObject()
            .Select(property => $"{property.Name}={property.Value}")
            .ShouldBe([
                "contact=contact-1",
                """postings=["posting-1"]""",
                "stage=lead-new",
                "origin=sourced",
                """sources=["CiiVSOFT ARKiiVE"]""",
                """tags=["CiiVSOFT ARKiiVE"]""",
            ]);
    }

    [Fact]
    public async Task A_move_names_the_stage_and_the_service_user()
    {
        Stub.Answers(StubAnswer.Data("""{"id":"opp-1","name":"","stage":"stage-2"}"""));

        var outcome = await Client().MoveToStageAsync("opp-1", "stage-2", Effect, Cancellation);

        outcome.ShouldBe(new LeverWriteOutcome.Done("opp-1"));
        Stub.LastRequest.Method.ShouldBe("PUT");
        Stub.LastRequest.Target.ShouldBe("/v1/opportunities/opp-1/stage?perform_as=service-user");
        Stub.LastRequest.Body.ShouldBe("""{"stage":"stage-2"}""");
        Stub.LastRequest.Headers.ContentType.ToString().ShouldBe("application/json; charset=utf-8");
    }

    [Theory]
    [InlineData("""{"data":{"id":"note-1","noteId":"note-1","text":"Note"}}""")]
    [InlineData("""{"data":{"noteId":"note-1"}}""")]
    [InlineData("""{"data":{"data":{"noteId":"note-1"}}}""")]
    public async Task The_id_of_a_note_is_found_in_every_known_answer(string answer)
    {
        Stub.Answers(StubAnswer.Json(answer, 201));

        var outcome = await Client().AddNoteAsync("opp-1", "Zeile 1\nRef CVS-1", Effect, Cancellation);

        outcome.ShouldBe(new LeverWriteOutcome.Done("note-1"));
        Stub.LastRequest.Target.ShouldBe("/v1/opportunities/opp-1/notes?perform_as=service-user");
        Stub.LastRequest.Body.ShouldBe("""{"value":"Zeile 1\nRef CVS-1","secret":false,"notifyFollowers":false}""");
    }

    [Fact]
    public async Task Tags_are_added_to_those_that_are_there()
    {
        Stub.Answers(StubAnswer.Data("""{"id":"opp-1"}"""));

        var outcome = await Client().AddTagsAsync("opp-1", ["CiiVSOFT REFiiNE"], Effect, Cancellation);

        outcome.ShouldBe(new LeverWriteOutcome.Done("opp-1"));
        Stub.LastRequest.Target.ShouldBe("/v1/opportunities/opp-1/addTags?perform_as=service-user");
        Stub.LastRequest.Body.ShouldBe("""{"tags":["CiiVSOFT REFiiNE"]}""");
    }

    [Theory]
    [InlineData(401, LeverRefusal.MissingRight)]
    [InlineData(403, LeverRefusal.MissingRight)]
    [InlineData(301, LeverRefusal.Rejected)]
    [InlineData(400, LeverRefusal.Rejected)]
    [InlineData(404, LeverRefusal.Rejected)]
    [InlineData(405, LeverRefusal.Rejected)]
    [InlineData(422, LeverRefusal.Rejected)]
    public async Task A_refusal_says_why_and_which_right_is_asked(int status, LeverRefusal kind)
    {
        Stub.Answers(StubAnswer.Status(status, "Forbidden"));

        var outcome = await Client().CreateLeadAsync(Lead, Effect, Cancellation);

        outcome.ShouldBe(new LeverWriteOutcome.Refused(kind, status, "Forbidden", LeverRoute.CreateOpportunity));
        LeverRoute.CreateOpportunity.Right.ShouldBe("Create an opportunity");
    }

    [Theory]
    [InlineData(408, null)]
    [InlineData(409, null)]
    [InlineData(429, null)]
    [InlineData(429, "7")]
    public async Task What_passes_is_for_later(int status, string? retryAfter)
    {
        Stub.Answers(StubAnswer.Status(status, retryAfter: retryAfter));

        var outcome = await Client().AddNoteAsync("opp-1", "text", Effect, Cancellation);

        var wait = retryAfter is null ? (TimeSpan?)null : TimeSpan.FromSeconds(7);
        outcome.ShouldBe(new LeverWriteOutcome.Later(status, wait));
        Permits.Reported.ShouldBe(status == 429 ? [wait] : []);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task After_a_server_error_nothing_is_known(int status)
    {
        Stub.Answers(StubAnswer.Status(status));

        var outcome = await Client().MoveToStageAsync("opp-1", "stage-2", Effect, Cancellation);

        outcome.ShouldBe(new LeverWriteOutcome.Unknown(LeverUnknownReason.ServerError, status));
    }

    [Fact]
    public async Task After_a_lost_answer_nothing_is_known_and_nothing_is_sent_again()
    {
        Stub.Answers(StubAnswer.Data("""{"id":"opp-1"}"""), StubAnswer.Lost);
        var client = Client();
        await client.AddTagsAsync("opp-1", ["a"], Effect, Cancellation); // so that the connection is used before

        var outcome = await client.CreateLeadAsync(Lead, Effect, Cancellation);

        outcome.ShouldBe(new LeverWriteOutcome.Unknown(LeverUnknownReason.ConnectionLost, null));
        Stub.Requests.Count.ShouldBe(2);
        Permits.Taken.ShouldBe([Effect, Effect]);
    }

    [Fact]
    public async Task After_a_truncated_answer_nothing_is_known()
    {
        Stub.Answers(StubAnswer.Truncated("""{"data":{"id":"opp-1","name":"……………………………………………………"}}"""));

        var outcome = await Client().AddNoteAsync("opp-1", "text", Effect, Cancellation);

        outcome.ShouldBe(new LeverWriteOutcome.Unknown(LeverUnknownReason.ConnectionLost, 200));
    }

    [Fact]
    public async Task After_the_time_limit_nothing_is_known()
    {
        Options.WriteTimeout = TimeSpan.FromMilliseconds(200);
        Stub.Answers(StubAnswer.Silent, StubAnswer.Slow);

        var silent = await Client().AddNoteAsync("opp-1", "text", Effect, Cancellation);
        var slow = await Client().AddNoteAsync("opp-1", "text", Effect, Cancellation);

        silent.ShouldBe(new LeverWriteOutcome.Unknown(LeverUnknownReason.Timeout, null));
        slow.ShouldBe(new LeverWriteOutcome.Unknown(LeverUnknownReason.Timeout, 200));
        Stub.Requests.Count.ShouldBe(2);
        Permits.Answered.ShouldBeEmpty("what does not come tells nothing of how long answers take");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>ok</html>")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":{}}""")]
    [InlineData("""{"data":{"id":null}}""")]
    [InlineData("""{"data":{"id":{}}}""")]
    [InlineData("""{"data":{"id":""}}""")]
    [InlineData("""{"data":{"id":"../../x"}}""")]
    [InlineData("""{"data":{"id":"\ud800"}}""")]
    public async Task A_success_that_names_nothing_is_unknown(string answer)
    {
        Stub.Answers(StubAnswer.Json(answer, 201));

        var outcome = await Client().CreateLeadAsync(Lead, Effect, Cancellation);

        outcome.ShouldBe(new LeverWriteOutcome.Unknown(LeverUnknownReason.UnreadableAnswer, 201));
    }

    [Fact]
    public async Task A_success_that_names_another_opportunity_is_unknown()
    {
        Stub.Answers(StubAnswer.Data("""{"id":"opp-2"}"""));

        var outcome = await Client().MoveToStageAsync("opp-1", "stage-2", Effect, Cancellation);

        outcome.ShouldBe(new LeverWriteOutcome.Unknown(LeverUnknownReason.UnreadableAnswer, 200));
    }

    [Fact]
    public async Task Without_a_connection_nothing_was_sent()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var outcome = await Client(new Uri($"http://127.0.0.1:{port}"))
            .AddNoteAsync("opp-1", "text", Effect, Cancellation);

        outcome.ShouldBe(new LeverWriteOutcome.Later(null, null));
    }

    [Fact]
    public async Task A_write_is_never_redirected()
    {
        Stub.Answers(StubAnswer.Redirect(new Uri(Stub.Root, "v1/opportunities/opp-1/notes"), 307));

        var outcome = await Client().AddNoteAsync("opp-1", "text", Effect, Cancellation);

        outcome.ShouldBe(new LeverWriteOutcome.Refused(LeverRefusal.Rejected, 307, null, LeverRoute.AddNote));
        Stub.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_cancelled_write_throws_and_is_no_outcome()
    {
        using var cancel = new CancellationTokenSource();
        Stub.Otherwise = new StubAnswer(async context =>
        {
            await cancel.CancelAsync();
            await StubAnswer.Silent.WriteAsync(context);
        });

        await Should.ThrowAsync<OperationCanceledException>(() =>
            Client().AddNoteAsync("opp-1", "text", Effect, cancel.Token)
        );
    }

    [Fact]
    public async Task What_cannot_be_meant_is_not_sent()
    {
        var client = Client();

        await Should.ThrowAsync<ArgumentException>(() => client.AddNoteAsync("opp-1", " ", Effect, Cancellation));
        await Should.ThrowAsync<ArgumentException>(() => client.AddTagsAsync("opp-1", [], Effect, Cancellation));
        await Should.ThrowAsync<ArgumentException>(() => client.AddTagsAsync("opp-1", [""], Effect, Cancellation));
        await Should.ThrowAsync<ArgumentException>(() => client.MoveToStageAsync("..", "s", Effect, Cancellation));
        await Should.ThrowAsync<ArgumentException>(() => client.MoveToStageAsync("o", "", Effect, Cancellation));
        await Should.ThrowAsync<ArgumentException>(() =>
            client.AddNoteAsync("o/archived", "text", Effect, Cancellation)
        );
        await Should.ThrowAsync<ArgumentException>(() =>
            client.CreateLeadAsync(Lead with { PostingId = "" }, Effect, Cancellation)
        );

        Stub.Requests.ShouldBeEmpty();
        Permits.Taken.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_not_delivered_in_time_is_never_delivered()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Server.ReceiveBufferSize = 4096;
        listener.Start();
        Options.WriteTimeout = TimeSpan.FromMilliseconds(500);
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        var more = new string('x', 1_000_000); // than is taken at the other end while nobody reads

        var outcome = Client(address).AddNoteAsync("opp-1", more, Effect, Cancellation);
        using var connection = await listener.AcceptSocketAsync(Cancellation);
        (await outcome).ShouldBeOfType<LeverWriteOutcome.Unknown>();

        // An orderly end would come after all that the client's machine still had to send.
        var end = await Should.ThrowAsync<SocketException>(async () =>
        {
            while (await connection.ReceiveAsync(new byte[4096], Cancellation) > 0) { }
        });
        end.SocketErrorCode.ShouldBe(SocketError.ConnectionReset);
    }
}
