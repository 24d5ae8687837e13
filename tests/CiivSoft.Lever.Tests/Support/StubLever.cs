using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CiivSoft.Lever.Tests.Support;

/// <summary>A web server on a port of its own that answers as the test says, in order, and remembers what it was asked.</summary>
internal sealed class StubLever : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<StubAnswer> _answers = new();
    private readonly ConcurrentQueue<StubRequest> _requests = new();

    private StubLever(WebApplication app) => _app = app;

    /// <summary>What to answer when the prepared answers are used up.</summary>
    public StubAnswer Otherwise { get; set; } = StubAnswer.Status(599);

    public IReadOnlyList<StubRequest> Requests => [.. _requests];

    public StubRequest LastRequest => _requests.Last();

    public Uri Root { get; private set; } = new("http://127.0.0.1");

    public Uri BaseUri => new(Root, "v1");

    public static async Task<StubLever> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var app = builder.Build();
        var stub = new StubLever(app);
        app.Run(stub.AnswerAsync);
        await app.StartAsync();
        var addresses = app
            .Services.GetRequiredService<IServer>()
            .Features.GetRequiredFeature<IServerAddressesFeature>();
        stub.Root = new Uri(addresses.Addresses.Single());
        return stub;
    }

    public StubLever Answers(params StubAnswer[] answers)
    {
        foreach (var answer in answers)
        {
            _answers.Enqueue(answer);
        }

        return this;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        _requests.Enqueue(StubRequest.From(context, body));
        var answer = _answers.TryDequeue(out var next) ? next : Otherwise;
        await answer.WriteAsync(context);
    }
}

/// <summary>A request as it arrived.</summary>
internal sealed record StubRequest(string Method, string Target, IHeaderDictionary Headers, string Body)
{
    public string Path => Target.Split('?')[0];

    public string Query => Target.Contains('?', StringComparison.Ordinal) ? Target.Split('?', 2)[1] : "";

    public static StubRequest From(HttpContext context, string body)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return new(context.Request.Method, target, new HeaderDictionary(context.Request.Headers.ToDictionary()), body);
    }
}

/// <summary>An answer, proper or not.</summary>
internal sealed record StubAnswer(Func<HttpContext, Task> WriteAsync)
{
    public static StubAnswer Json(string json, int status = 200) => Bytes(Encoding.UTF8.GetBytes(json), status);

    public static StubAnswer Data(string json, int status = 200) => Json($$"""{"data":{{json}}}""", status);

    public static StubAnswer Page(string items, string? next = null) =>
        Json(
            next is null
                ? $$"""{"data":[{{items}}],"hasNext":false}"""
                : $$"""{"data":[{{items}}],"hasNext":true,"next":"{{next}}"}"""
        );

    public static StubAnswer Status(int status, string code = "SomeCode", string? retryAfter = null) =>
        new(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = retryAfter;
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.WriteAsync($$"""{"code":"{{code}}","message":"about mira.okafor@example.com"}""");
        });

    public static StubAnswer Bytes(
        byte[] bytes,
        int status = 200,
        string contentType = "application/json; charset=utf-8"
    ) =>
        new(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        });

    /// <summary>Announces the whole answer, sends half of it and ends the connection.</summary>
    public static StubAnswer Truncated(string json) =>
        new(async context =>
        {
            var bytes = Encoding.UTF8.GetBytes(json);
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), context.RequestAborted);
        });

    /// <summary>The request arrives, the answer never does: the connection is reset.</summary>
    public static StubAnswer Lost { get; } =
        new(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

    /// <summary>Headers at once, then nothing until the client gives up.</summary>
    public static StubAnswer Slow { get; } =
        new(async context =>
        {
            await context.Response.StartAsync(context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await UntilAbortedAsync(context);
        });

    /// <summary>Nothing at all until the client gives up.</summary>
    public static StubAnswer Silent { get; } = new(UntilAbortedAsync);

    public static StubAnswer Redirect(Uri location, int status = 302) =>
        new(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = location.AbsoluteUri;
            return Task.CompletedTask;
        });

    private static async Task UntilAbortedAsync(HttpContext context)
    {
        var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (context.RequestAborted.Register(aborted.SetResult))
        {
            await aborted.Task;
        }
    }
}
