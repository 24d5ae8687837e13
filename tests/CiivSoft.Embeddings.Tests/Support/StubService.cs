using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CiivSoft.Embeddings.Tests.Support;

/// <summary>Speaks OpenAI's protocol on this machine: a vector counts the words of a text, by their hashes.</summary>
internal sealed class StubService : IAsyncDisposable
{
    public const int Dimensions = 48;

    private readonly WebApplication _app;

    private StubService(WebApplication app) => _app = app;

    /// <summary>What was asked, in order.</summary>
    public ConcurrentQueue<(string? Authorization, string Model, string[] Texts)> Calls { get; } = new();

    /// <summary>Answers the next calls in another way; what returns null leaves the answer to the service.</summary>
    public ConcurrentQueue<Func<HttpContext, Task<IResult?>>> Next { get; } = new();

    /// <summary>Vectors of another seed are those of another model.</summary>
    public int Seed { get; set; } = 17;

    public EmbeddingSettings Settings => new() { Source = $"{_app.Urls.Single()}/v1", ServiceModel = "words-48" };

    public static async Task<StubService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var service = new StubService(builder.Build());
        // As a delegate: a RequestDelegate would throw the result away.
        service._app.MapPost("/v1/embeddings", (Delegate)service.AnswerAsync);
        await service._app.StartAsync();
        return service;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpContext context)
    {
        var body = await context.Request.ReadFromJsonAsync<JsonElement>();
        var texts = body.GetProperty("input").EnumerateArray().Select(t => t.GetString()!).ToArray();
        Calls.Enqueue((context.Request.Headers.Authorization, body.GetProperty("model").GetString()!, texts));
        if (Next.TryDequeue(out var next) && await next(context) is { } other)
        {
            return other;
        }

        // The last first: the index says which is whose.
        var data = texts.Select((text, index) => new { index, embedding = VectorOf(text) }).Reverse();
        return Results.Json(new { data, model = "words-48" });
    }

    private float[] VectorOf(string text)
    {
        var vector = new float[Dimensions];
        foreach (
            var word in text.ToUpperInvariant()
                .Split((char[])[' ', ',', '.', ':', '\n'], StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var hash = word.Where(_ => word.Length > 3).Aggregate(Seed, (h, c) => unchecked((h * 31) + c));
            vector[(int)((uint)hash % Dimensions)] += word.Length > 3 ? 1 : 0;
        }

        return vector;
    }
}
