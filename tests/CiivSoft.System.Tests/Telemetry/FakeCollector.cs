using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CiivSoft.System.Tests.Telemetry;

/// <summary>Takes what is sent over OTLP and keeps the bytes: in protobuf texts stand as they are.</summary>
internal sealed class FakeCollector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, StringBuilder> _sent = new(StringComparer.Ordinal);

    private FakeCollector(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public static async Task<FakeCollector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new FakeCollector(builder.Build());
        collector._app.MapPost("/v1/{kind}", collector.TakeAsync);
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>All that was sent so far: <c>traces</c>, <c>metrics</c> or <c>logs</c>.</summary>
    public string Sent(string kind)
    {
        if (!_sent.TryGetValue(kind, out var text))
        {
            return "";
        }

        lock (text)
        {
            return text.ToString();
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(string kind, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var text = _sent.GetOrAdd(kind, _ => new StringBuilder());
        lock (text)
        {
            text.Append(Encoding.Latin1.GetString(body.ToArray()));
        }

        return Results.Ok();
    }
}
