using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CiivSoft.Notifications.Tests.Support;

/// <summary>A receiver of webhooks over real HTTP, which checks signatures as the how-to says, with nothing of the sender's code.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Queue<Action<HttpContext>> _answers = new();

    private Receiver(WebApplication application) => _application = application;

    public Uri Address => new(new Uri(_application.Urls.First()), "/hooks");

    public ConcurrentQueue<Received> Taken { get; } = new();

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver._application.Run(receiver.TakeAsync);
        await receiver._application.StartAsync();
        return receiver;
    }

    /// <summary>Answers the next request otherwise than with 204.</summary>
    public void AnswersOnce(int status, Action<HttpResponse>? more = null) =>
        _answers.Enqueue(context =>
        {
            context.Response.StatusCode = status;
            more?.Invoke(context.Response);
        });

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var headers = context.Request.Headers;
        Taken.Enqueue(
            new Received(
                context.Request.Path,
                headers["webhook-id"].ToString(),
                headers["webhook-timestamp"].ToString(),
                headers["webhook-signature"].ToString(),
                context.Request.ContentType ?? "",
                body
            )
        );
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        if (_answers.TryDequeue(out var answer))
        {
            answer(context);
        }
    }
}

internal sealed record Received(
    string Path,
    string Id,
    string Timestamp,
    string Signature,
    string ContentType,
    string Body
)
{
    public bool IsSignedWith(string secret, DateTimeOffset now)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var expected = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{Id}.{Timestamp}.{Body}"));
        var sentAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(Timestamp, CultureInfo.InvariantCulture));
        return (now - sentAt).Duration() < TimeSpan.FromMinutes(5)
            && Signature
                .Split(' ')
                .Any(s =>
                    s.StartsWith("v1,", StringComparison.Ordinal)
                    && CryptographicOperations.FixedTimeEquals(Convert.FromBase64String(s[3..]), expected)
                );
    }
}
