using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;

namespace CiivSoft.Lever.Transport;

/// <summary>Sends a request once, after a permit, and reports what came back as a value.</summary>
internal sealed partial class LeverTransport(
    LeverExchange exchange,
    LeverConnection connection,
    ILeverPermits permits,
    LeverMetrics metrics,
    TimeProvider time,
    ILogger logger
)
{
    private const int MaxHops = 5;

    private static readonly ProductInfoHeaderValue UserAgent = new(
        "CiiVSOFT-Toolkit",
        typeof(LeverTransport).Assembly.GetName().Version?.ToString(3) ?? "0"
    );

    /// <summary>One attempt. A redirect of a read is followed, with the key only where the allow-list permits it.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; a write may have been sent.</exception>
    public async Task<LeverAnswer> SendAsync(
        LeverCall call,
        LeverPriority priority,
        ExchangeLimits limits,
        CancellationToken cancellationToken
    )
    {
        var answer = await SendAsync(call, call.Under(connection.BaseUri), priority, limits, cancellationToken);
        for (var hop = 0; hop < MaxHops && call.Route.IsRead && answer.Location is { } location; hop++)
        {
            if (!MayFollow(location, limits))
            {
                break;
            }

            answer = await SendAsync(call, location, priority, limits, cancellationToken);
        }

        return answer;
    }

    private bool MayFollow(Uri location, ExchangeLimits limits) =>
        HasRight(HttpMethod.Get, location)
        || (limits.IsDownload && (IsHttps(location) || (!IsHttps(connection.BaseUri) && location.Scheme is "http")));

    private static bool IsHttps(Uri uri) => uri.Scheme is "https";

    private bool HasRight(HttpMethod method, Uri uri) => AllowList.Permits(method, uri, connection.BaseUri);

    private async Task<LeverAnswer> SendAsync(
        LeverCall call,
        Uri target,
        LeverPriority priority,
        ExchangeLimits limits,
        CancellationToken cancellationToken
    )
    {
        var withKey = HasRight(call.Route.Method, target);
        if (withKey)
        {
            await permits.WaitAsync(priority, cancellationToken);
        }

        using var request = CreateRequest(call, target, withKey, limits);
        using var span = LeverTraces.Begin(call.Route);
        var start = time.GetTimestamp();
        var answer = await exchange.SendAsync(request, limits, cancellationToken);
        span.End(answer);
        var took = time.GetElapsedTime(start);
        Report(call.Route, answer, took);
        if (withKey && answer is { Status: not null, Fault: LeverFault.None })
        {
            permits.ReportAnswered(took);
        }

        if (withKey && answer.Status is 429)
        {
            await permits.ReportTooManyRequestsAsync(answer.RetryAfter, cancellationToken);
        }

        return answer;
    }

    private HttpRequestMessage CreateRequest(LeverCall call, Uri target, bool withKey, ExchangeLimits limits)
    {
        var request = new HttpRequestMessage(call.Route.Method, target)
        {
            // With a body, even an empty one, the framework does not repeat a request by itself, past our permits.
            Content = new ReadOnlyMemoryContent(call.Body ?? ReadOnlyMemory<byte>.Empty),
        };
        request.Headers.UserAgent.Add(UserAgent);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(limits.IsDownload ? "*/*" : "application/json"));
        if (call.Body is not null)
        {
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        }

        if (withKey)
        {
            request.Options.Set(AllowListHandler.BaseUri, connection.BaseUri);
            request.Headers.Authorization = connection.ApiKey.ToHeader();
        }

        return request;
    }

    private void Report(LeverRoute route, LeverAnswer answer, TimeSpan duration)
    {
        metrics.Count(route, answer, duration);
        if (answer.IsSuccess)
        {
            LogAnswered(route.Method, route.Template, answer.Status, duration.TotalMilliseconds);
        }
        else
        {
            var code = LeverError.CodeOf(answer);
            LogFailed(route.Method, route.Template, answer.Status, code, answer.Fault, duration.TotalMilliseconds);
        }
    }

    [LoggerMessage(LogLevel.Debug, "Lever {Method} {Route}: {Status} in {Milliseconds} ms")]
    private partial void LogAnswered(HttpMethod method, string route, int? status, double milliseconds);

    [LoggerMessage(LogLevel.Warning, "Lever {Method} {Route}: {Status} {Code} {Fault} in {Milliseconds} ms")]
    private partial void LogFailed(
        HttpMethod method,
        string route,
        int? status,
        string? code,
        LeverFault fault,
        double milliseconds
    );
}
