using System.Net;
using System.Text;

namespace CiivSoft.Notifications.Webhooks;

/// <summary>Posts messages to the configured address, signed.</summary>
internal sealed class WebhookSender : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly WebhookSettings _settings;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;

    public WebhookSender(WebhookSettings settings, TimeProvider clock)
    {
        _settings = settings;
        _clock = clock;
        // A signed message goes where the settings say, and nowhere else.
#pragma warning disable CA2000 // The client disposes it.
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
#pragma warning restore CA2000
        _http = new HttpClient(handler, disposeHandler: true) { Timeout = Patience };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("CiivSoft");
    }

    public void Dispose() => _http.Dispose();

    /// <param name="id">The same for every attempt: receivers drop repeats by it.</param>
    /// <param name="body">The JSON document, byte for byte what is signed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Delivery> SendAsync(string id, string body, CancellationToken cancellationToken)
    {
        try
        {
            if (WebhookSecret.Decode(_settings.ReadSecret()) is not { } key)
            {
                return new Delivery.Failed("The secret of the webhook is not of the form whsec_ and base64.");
            }

            using var request = Compose(key, id, body);
            using var answer = await _http.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                cancellationToken
            );
            return Judge(answer);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Delivery.Failed($"The webhook did not answer within {Patience.TotalSeconds:F0} seconds.");
        }
        catch (HttpRequestException failure)
        {
            return new Delivery.Failed("The webhook cannot be reached.", failure.Message);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new Delivery.Failed("The file with the secret of the webhook cannot be read.");
        }
    }

    private HttpRequestMessage Compose(byte[] key, string id, string body)
    {
        var timestamp = WebhookSignature.TimestampOf(_clock.GetUtcNow());
        var request = new HttpRequestMessage(HttpMethod.Post, _settings.Address)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add(WebhookSignature.IdHeader, id);
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp);
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Sign(key, id, timestamp, body));
        return request;
    }

    private Delivery Judge(HttpResponseMessage answer)
    {
        if (answer.IsSuccessStatusCode)
        {
            return Delivery.Sent.Value;
        }

        return answer.StatusCode == HttpStatusCode.Gone
            ? new Delivery.Gone("The webhook answered 410: it wants nothing more.")
            : new Delivery.Failed(
                $"The webhook answered {(int)answer.StatusCode}.",
                answer.ReasonPhrase,
                answer.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - _clock.GetUtcNow() : null
            );
    }
}
