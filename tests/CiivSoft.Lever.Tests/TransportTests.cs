using System.Diagnostics.Metrics;
using System.IO.Compression;
using System.Text;
using CiivSoft.Lever.Requests;
using CiivSoft.Lever.Tests.Support;

namespace CiivSoft.Lever.Tests;

public sealed class TransportTests : LeverTest
{
    private const LeverPriority Backfill = LeverPriority.Backfill;
    private const string Email = "mira.okafor@example.com";

    [Fact]
    public async Task Every_request_says_who_asks_and_what_it_wants()
    {
        Stub.Otherwise = StubAnswer.Page("");

        await Client().ListStagesAsync(Backfill, Cancellation);

        var headers = Stub.LastRequest.Headers;
        headers
            .Authorization.ToString()
            .ShouldBe($"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes(Secret + ":"))}");
        headers.UserAgent.ToString().ShouldMatch(@"^CiiVSOFT-Toolkit/\d+\.\d+\.\d+$");
        headers.Accept.ToString().ShouldBe("application/json");
        headers.Cookie.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("v1")]
    [InlineData("v1/")]
    public async Task The_version_of_the_address_may_be_left_out(string path)
    {
        Stub.Otherwise = StubAnswer.Page("");

        await Client(new Uri(Stub.Root, path)).ListStagesAsync(Backfill, Cancellation);

        Stub.LastRequest.Path.ShouldBe("/v1/stages");
    }

    [Fact]
    public async Task The_framework_repeats_nothing_behind_our_back()
    {
        await using var server = new RudeServer("""{"data":[],"hasNext":false}""");
        var client = Client(server.Root);

        for (var i = 0; i < 4; i++)
        {
            await client.ListStagesAsync(Backfill, Cancellation);
        }

        server.Requests.ShouldBe(Permits.Taken.Count);
        Permits.Taken.Count.ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task Compressed_answers_are_read_and_their_true_size_counts()
    {
        Options.MaxAnswerBytes = 64 * 1024;
        Stub.Answers(Gzip("""{"data":[{"id":"s"}]}"""), Gzip("""{"data":[{"id":"s"}]}""" + new string(' ', 1_000_000)));
        var client = Client();

        (await client.ListStagesAsync(Backfill, Cancellation)).Items.Count.ShouldBe(1);
        var e = await Should.ThrowAsync<LeverException>(() => client.ListStagesAsync(Backfill, Cancellation));

        e.Failure.ShouldBe(LeverFailure.TooLarge);
    }

    [Fact]
    public async Task Broken_compression_is_a_lost_answer()
    {
        Stub.Answers(
            new StubAnswer(async context =>
            {
                context.Response.Headers.ContentEncoding = "gzip";
                await context.Response.Body.WriteAsync(
                    new ReadOnlyMemory<byte>([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
                );
            }),
            StubAnswer.Page("")
        );

        await Client().ListStagesAsync(Backfill, Cancellation);

        Stub.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Neither_key_nor_person_shows_in_logs_and_exceptions()
    {
        Stub.Answers(StubAnswer.Data($$"""{"id":"o","name":"Mira","emails":["{{Email}}"]}"""));
        Stub.Otherwise = StubAnswer.Status(400, Email);
        var client = Client();
        var query = new OpportunityQuery { Email = Email, Tags = ["Mira"] };

        var opportunity = await client.GetOpportunityAsync("o", Backfill, Cancellation);
        var e = await Should.ThrowAsync<LeverException>(() =>
            CollectAsync(client.ListOpportunitiesAsync(query, Backfill, Cancellation))
        );
        var refused = await client.AddNoteAsync("o", "Mira writes " + Email, LeverPriority.Effect, Cancellation);

        var seen = string.Join('\n', Logs.Text, e, refused, opportunity, query, new LeverApiKey(Secret));
        Logs.Text.ShouldContain("POST");
        seen.ShouldNotContain(Secret);
        seen.ShouldNotContain(Convert.ToBase64String(Encoding.ASCII.GetBytes(Secret + ":")));
        seen.ShouldNotContain(Email);
        seen.ShouldNotContain("Mira");
        e.Code.ShouldBeNull();
    }

    [Fact]
    public async Task A_log_line_tells_route_status_code_and_duration()
    {
        Stub.Otherwise = StubAnswer.Status(403, "Forbidden");

        await Should.ThrowAsync<LeverException>(() => Client().GetContactAsync("c", Backfill, Cancellation));

        Logs.Text.ShouldContain("Warning Lever GET contacts/{id}: 403 Forbidden None in ");
    }

    [Fact]
    public async Task Calls_and_429s_are_counted_by_route()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name is LeverClientFactory.MeterName)
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add(instrument, tags));
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Add(instrument, tags));
        listener.Start();
        Stub.Answers(StubAnswer.Status(429), StubAnswer.Page("7"));

        await Client().ListOffersAsync("metered", Backfill, Cancellation);

        counts["ciivsoft.lever.call.duration GET opportunities/{id}/offers 429"].ShouldBeGreaterThan(0);
        counts["ciivsoft.lever.call.duration GET opportunities/{id}/offers 200"].ShouldBeGreaterThan(0);
        counts["ciivsoft.lever.too_many_requests GET opportunities/{id}/offers"].ShouldBeGreaterThan(0);
        counts["ciivsoft.lever.broken_records GET opportunities/{id}/offers"].ShouldBeGreaterThan(0);

        void Add(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var key = string.Join(' ', [instrument.Name, .. tags.ToArray().Select(tag => tag.Value?.ToString() ?? "")]);
            lock (counts)
            {
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }
    }

    private static StubAnswer Gzip(string json)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(json));
        }

        var bytes = packed.ToArray();
        return new StubAnswer(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(new ReadOnlyMemory<byte>(bytes));
        });
    }
}
