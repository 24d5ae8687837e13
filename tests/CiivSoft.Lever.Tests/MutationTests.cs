using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CiivSoft.Lever.Requests;
using CiivSoft.Lever.Resources;
using CiivSoft.Lever.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CiivSoft.Lever.Tests;

/// <summary>Ten thousand answers, each proper but for a few random changes. A failing one is found again by its number.</summary>
public sealed class MutationTests
{
    private const LeverPriority Backfill = LeverPriority.Backfill;
    private static readonly string[] Decisive = ["archived", "isAnonymized", "secret", "confidentiality", "stage"];

    [Theory]
    [InlineData(0)]
    [InlineData(2_500)]
    [InlineData(5_000)]
    [InlineData(7_500)]
    public async Task A_mutated_answer_never_does_more_than_fail(int first)
    {
        using var network = new MutatedLever();
        var options = new LeverOptions { ReadAttempts = 1 };
        using var factory = new LeverClientFactory(
            Microsoft.Extensions.Options.Options.Create(options),
            TimeProvider.System,
            new Random(1),
            NullLoggerFactory.Instance,
            network
        );
        var connection = new LeverConnection(new Uri("http://lever.invalid"), new LeverApiKey("key"), "user");
        var client = factory.Create(connection, new TestPermits());
        var outcomes = new Dictionary<string, int>(StringComparer.Ordinal);

        for (var number = first; number < first + 2_500; number++)
        {
            network.Prepare(number);
            var outcome = await OutcomeAsync(client, network, number);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }

        // All kinds of ends occurred, so that the mutations are neither harmless nor all fatal.
        outcomes.Keys.ShouldBe(["read", "read, some broken", "failed", "done", "not done"], ignoreOrder: true);
        outcomes.Values.ShouldAllBe(count => count > 20);
    }

    private static async Task<string> OutcomeAsync(ILeverClient client, MutatedLever network, int number)
    {
        try
        {
            return await CallAsync(client, network, number);
        }
        catch (LeverException e)
        {
            e.Message.ShouldNotContain("okafor", Case.Insensitive);
            return "failed";
        }
        catch (Exception e) when (e is not ShouldAssertException)
        {
            throw new InvalidOperationException($"Mutation {number} broke the client.", e);
        }
    }

    private static async Task<string> CallAsync(ILeverClient client, MutatedLever network, int number)
    {
        var none = TestContext.Current.CancellationToken;
        switch (number % 6)
        {
            case 0:
                var opportunities = client.ListOpportunitiesAsync(new OpportunityQuery(), Backfill, none);
                return await WalkAsync(opportunities, o => Check(o, network.Body, number));
            case 1:
                return await WalkAsync(client.ListPostingsAsync(new PostingQuery(), Backfill, none), p => Check(p));
            case 2:
                return Judge(await client.ListNotesAsync("o", Backfill, none), n => Check(n, network.Body, number));
            case 3:
                return Judge(await client.ListResumesAsync("o", Backfill, none), r => r.Id.ShouldNotBeNullOrEmpty());
            case 4:
                var opportunity = await client.GetOpportunityAsync("0b6f3f0e", Backfill, none);
                Check(opportunity.ShouldNotBeNull(), network.Body, number);
                opportunity.Id.ShouldBe("0b6f3f0e");
                return "read";
            default:
                return await client.MoveToStageAsync("0b6f3f0e", "s", Backfill, none) switch
                {
                    LeverWriteOutcome.Done(var id) => id is "0b6f3f0e" ? "done" : $"done to {id}",
                    LeverWriteOutcome.Unknown => "not done",
                    var other => $"unexpected {other}",
                };
        }
    }

    private static async Task<string> WalkAsync<T>(IAsyncEnumerable<LeverPage<T>> pages, Action<T> check)
    {
        var result = "read";
        await foreach (var page in pages)
        {
            result = page.Broken > 0 ? "read, some broken" : result;
            page.Items.ToList().ForEach(check);
        }

        return result;
    }

    private static string Judge<T>(LeverPage<T>? page, Action<T> check)
    {
        page.ShouldNotBeNull().Items.ToList().ForEach(check);
        return page.Broken > 0 ? "read, some broken" : "read";
    }

    private static void Check(LeverOpportunity o, byte[] body, int number)
    {
        new object?[]
        {
            o.Id,
            o.Name,
            o.Headline,
            o.Location,
            o.Phones,
            o.Emails,
            o.Tags,
            o.StageChanges,
            o.Applications,
        }.ShouldAllBe(value => value != null);
        if (Raw(body, o.Id) is { } raw)
        {
            (o.Archived is null).ShouldBe(raw["archived"] is null, $"archived of {number}");
            o.IsAnonymized.ShouldBe(raw["isAnonymized"]?.ToString() is "true" or "True", $"isAnonymized of {number}");
            o.Tags.Count.ShouldBe((raw["tags"] as JsonArray)?.Count(tag => tag is not null) ?? 0, $"tags of {number}");
            o.IsConfidential.ShouldBe(
                raw["confidentiality"]?.ToString() is not (null or "non-confidential"),
                $"confidentiality of {number}"
            );
        }
    }

    private static void Check(LeverPosting p)
    {
        new object?[]
        {
            p.Id,
            p.Text,
            p.Categories,
            p.Content,
            p.Content.Lists,
            p.Tags,
            p.RequisitionCodes,
        }.ShouldAllBe(value => value != null);
    }

    private static void Check(LeverNote n, byte[] body, int number)
    {
        n.Fields.ShouldAllBe(field => field.Value != null);
        if (Raw(body, n.Id) is { } raw)
        {
            n.Secret.ShouldBe(raw["secret"]?.ToString() is "true" or "True", $"secret of {number}");
        }
    }

    /// <summary>The only object of that id in the answer, read by other means; null when there are several or the JSON is odd.</summary>
    private static JsonObject? Raw(byte[] body, string id)
    {
        try
        {
            var data = JsonNode.Parse(body)?["data"];
            var records = data as JsonArray ?? [.. data is null ? [] : new[] { data.DeepClone() }];
            return
                records
                    .OfType<JsonObject>()
                    .Where(r => string.Equals(r["id"]?.ToString(), id, StringComparison.Ordinal))
                    .ToList()
                    is [var only]
                ? only
                : null;
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Answers every request with the prepared body; a second page is always the empty last one.</summary>
    private sealed class MutatedLever : HttpMessageHandler
    {
        public byte[] Body { get; private set; } = [];

        public void Prepare(int number)
        {
            var records = (number % 6) switch
            {
                0 => Samples.Applicant,
                1 => Samples.Posting,
                2 => Samples.Note,
                3 => Samples.Resume,
                _ => null,
            };
            var json = records is null
                ? $$"""{"data":{{Samples.Applicant}}}"""
                : $$"""{"data":[{{records}},{{records.Replace("\"id\":\"", "\"id\":\"2", StringComparison.Ordinal)}}],"hasNext":true,"next":"t"}""";
            Body = Mutator.Mutate(json, new Random(number), Decisive);
        }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var isNext = request.RequestUri?.Query.Contains("offset=", StringComparison.Ordinal) is true;
            var content = new ByteArrayContent(isNext ? Encoding.UTF8.GetBytes("""{"data":[]}""") : Body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
        }
    }
}
