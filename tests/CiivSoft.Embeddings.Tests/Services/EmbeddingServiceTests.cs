using CiivSoft.Embeddings.Tests.Support;
using CiivSoft.Matching.Embeddings;
using Microsoft.AspNetCore.Http;

namespace CiivSoft.Embeddings.Services;

public sealed class EmbeddingServiceTests
{
    private const string Key = "sk-canary-4711";
    private const string Secret = "Jane Canary, born 1980";

    [Fact]
    public async Task Texts_go_in_batches_with_model_and_key_and_come_back_in_their_order()
    {
        await using var stub = await StubService.StartAsync();
        using var service = EmbeddingService.Create(With(stub, s => (s.BatchSize, s.Key) = (2, Key)));

        var vectors = await EmbedAsync(service, "nurse", "driver driver", "nurse");

        vectors[2].ShouldBe(vectors[0]);
        vectors[1].Max().ShouldBe(2);
        stub.Calls.Select(call => call.Texts.Length).ShouldBe([2, 1]);
        stub.Calls.ShouldAllBe(call => call.Authorization == $"Bearer {Key}" && call.Model == "words-48");
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task What_fails_in_passing_is_tried_again(int status)
    {
        await using var stub = await StubService.StartAsync();
        stub.Next.Enqueue(context => Fail(context, status));
        stub.Next.Enqueue(context => Fail(context, status));
        using var service = EmbeddingService.Create(stub.Settings);

        (await EmbedAsync(service, "nurse")).Length.ShouldBe(1);

        stub.Calls.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(401, "CIIVSOFT__EMBEDDING__KEY", false, 1)]
    [InlineData(404, "words-48", false, 1)]
    [InlineData(400, "CIIVSOFT__EMBEDDING__MAXCHARACTERS", false, 1)]
    [InlineData(429, "quota", true, 2)]
    [InlineData(500, "500", true, 2)]
    public async Task A_refusal_says_what_to_look_at_and_repeats_neither_key_nor_text(
        int status,
        string said,
        bool isTransient,
        int calls
    )
    {
        await using var stub = await StubService.StartAsync();
        stub.Next.Enqueue(context => Fail(context, status));
        stub.Next.Enqueue(context => Fail(context, status));
        using var service = EmbeddingService.Create(With(stub, s => (s.Key, s.Attempts) = (Key, 2)));

        var failure = await Should.ThrowAsync<EmbeddingException>(() => EmbedAsync(service, Secret));

        failure.Message.ShouldContain(said);
        (failure.Status, failure.IsTransient).ShouldBe((status, isTransient));
        failure.ToString().ShouldNotContain(Key);
        failure.ToString().ShouldNotContain(Secret);
        stub.Calls.Count.ShouldBe(calls);
    }

    [Fact]
    public async Task A_service_that_is_too_slow_is_given_up()
    {
        await using var stub = await StubService.StartAsync();
        stub.Next.Enqueue(async context =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted)
                .ContinueWith(_ => { }, TaskScheduler.Default);
            return Results.StatusCode(499);
        });
        using var service = EmbeddingService.Create(
            With(stub, s => (s.AttemptTimeout, s.Attempts) = (TimeSpan.FromMilliseconds(200), 1))
        );

        var failure = await Should.ThrowAsync<EmbeddingException>(() => EmbedAsync(service, "nurse"));

        failure.IsTransient.ShouldBeTrue();
        failure.Message.ShouldContain("CIIVSOFT__EMBEDDING__ATTEMPTTIMEOUT");
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("{}")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[]}]}""")]
    [InlineData("""{"data":[{"index":3,"embedding":[1]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":"no"}]}""")]
    public async Task An_answer_that_makes_no_sense_is_an_error_and_not_a_vector(string body)
    {
        await using var stub = await StubService.StartAsync();
        stub.Next.Enqueue(_ => Task.FromResult<IResult?>(Results.Text(body, "application/json")));
        using var service = EmbeddingService.Create(stub.Settings);

        await Should.ThrowAsync<EmbeddingException>(() => EmbedAsync(service, "nurse"));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var stub = await StubService.StartAsync();
        await using var stranger = await StubService.StartAsync();
        stub.Next.Enqueue(_ =>
            Task.FromResult<IResult?>(Results.Redirect($"{stranger.Settings.Source}/embeddings", preserveMethod: true))
        );
        using var service = EmbeddingService.Create(stub.Settings);

        await Should.ThrowAsync<EmbeddingException>(() => EmbedAsync(service, Secret));

        stranger.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_long_text_is_cut_and_never_within_a_character()
    {
        await using var stub = await StubService.StartAsync();
        using var service = EmbeddingService.Create(With(stub, s => s.MaxCharacters = 100));

        await EmbedAsync(service, new string('a', 99) + "\U0001F600 end");

        stub.Calls.Single().Texts.Single().ShouldBe(new string('a', 99));
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_said_to_be_so()
    {
        var stub = await StubService.StartAsync();
        var settings = With(stub, s => s.Attempts = 1);
        await stub.DisposeAsync();
        using var service = EmbeddingService.Create(settings);

        var failure = await Should.ThrowAsync<EmbeddingException>(() => EmbedAsync(service, "nurse"));

        (failure.IsTransient, failure.Status).ShouldBe((true, null));
    }

    private static EmbeddingSettings With(StubService stub, Action<EmbeddingSettings> change)
    {
        var settings = stub.Settings;
        change(settings);
        return settings;
    }

    // A server may repeat what it got; Retry-After keeps the test short.
    private static Task<IResult?> Fail(HttpContext context, int status)
    {
        context.Response.Headers.RetryAfter = "0";
        var error = new { code = "some_code", message = $"You sent: {Secret}" };
        return Task.FromResult<IResult?>(Results.Json(new { error }, statusCode: status));
    }

    private static async Task<float[][]> EmbedAsync(EmbeddingService service, params string[] texts)
    {
        var answer = await service.GenerateAsync(texts, cancellationToken: TestContext.Current.CancellationToken);
        return [.. answer.Select(embedding => embedding.Vector.ToArray())];
    }
}
