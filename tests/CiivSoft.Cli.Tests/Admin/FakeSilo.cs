using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CiivSoft.Cli.Tests.Admin;

/// <summary>An admin API over real HTTP that gives the answers it was told to, and remembers what it was asked.</summary>
internal sealed class FakeSilo : IAsyncDisposable
{
    public const string Token = "test-token";

    private readonly ConcurrentDictionary<string, Queue<(int Status, string Body)>> _answers = new();
    private readonly WebApplication _application;

    private FakeSilo(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.First());

    /// <summary>Requests in order: method, path below <c>/api/</c>, and the body of those that have one.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public static async Task<FakeSilo> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var silo = new FakeSilo(application);
        application.Run(silo.AnswerAsync);
        await application.StartAsync();
        return silo;
    }

    /// <summary>Answers a request; told several times, one after the other, and the last one for good.</summary>
    public FakeSilo Answers(string request, string body, int status = StatusCodes.Status200OK)
    {
        _answers.GetOrAdd(request, _ => new Queue<(int, string)>()).Enqueue((status, body));
        return this;
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        // Health, and whatever else is not the admin API, asks for no token.
        var isApi = context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
        if (isApi && context.Request.Headers.Authorization != $"Bearer {Token}")
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var request =
            $"{context.Request.Method} {context.Request.Path.Value?.Replace("/api/", "", StringComparison.Ordinal)}";
        using var reader = new StreamReader(context.Request.Body);
        var asked = await reader.ReadToEndAsync(context.RequestAborted);
        Asked.Enqueue(asked.Length > 0 ? $"{request} {Flatten(asked)}" : request);
        if (!_answers.TryGetValue(request, out var answers))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var (status, body) = answers.Count > 1 ? answers.Dequeue() : answers.Peek();
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body, context.RequestAborted);
    }

    private static string Flatten(string json) => System.Text.Json.Nodes.JsonNode.Parse(json)?.ToJsonString() ?? "";
}
