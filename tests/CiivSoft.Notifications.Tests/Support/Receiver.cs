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
    private readonly ConcurrentQueue<Action<HttpContext>> _answers = new();

    private Receiver(WebApplication application) => _application = application;

    public Uri Address => new(new Uri(_application.Urls.First()), "/hooks");

    /// <summary>What was taken and concerns the test.</summary>
    public ConcurrentQueue<Received> Taken { get; } = new();

    /// <summary>Of which account a test wants to hear: what tells of others is answered with 204 and forgotten. Null for all.</summary>
    public string? Account { get; init; }

    public static async Task<Receiver> StartAsync(string? account = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build()) { Account = account };
        receiver._application.Run(receiver.TakeAsync);
        await receiver._application.StartAsync();
        return receiver;
    }

    /// <summary>Answers the next request that concerns the test otherwise than with 204.</summary>
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
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        if (Account is not null && !body.Contains($"\"{Account}\"", StringComparison.Ordinal))
        {
            return;
        }

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
