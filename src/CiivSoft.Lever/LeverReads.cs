using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using CiivSoft.Lever.Json;
using CiivSoft.Lever.Transport;
using Microsoft.Extensions.Logging;
using Polly;

namespace CiivSoft.Lever;

/// <summary>Reads with retries: single records, lists page by page, and files.</summary>
internal sealed partial class LeverReads(
    LeverTransport transport,
    ResiliencePipeline retries,
    LeverOptions options,
    LeverMetrics metrics,
    ILogger logger
)
{
    private const string PageSize = "100";

    private readonly ExchangeLimits _json = new(options.AttemptTimeout, options.MaxAnswerBytes, IsDownload: false);

    /// <summary>A record; null when Lever says 404. One that is not the one asked for is broken.</summary>
    public Task<T?> ReadRecordAsync<T>(
        LeverCall call,
        JsonTypeInfo<T> type,
        Func<T, bool> isTheOne,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
        where T : class =>
        ReadAsync(
            call,
            answer => LeverDocument.ReadRecord(call.Route, answer, type, isTheOne),
            priority,
            cancellationToken
        );

    /// <summary>A short list as a whole; null when Lever says 404.</summary>
    public async Task<LeverPage<T>?> ReadWholeAsync<T>(
        LeverCall call,
        JsonTypeInfo<T> type,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var items = new List<T>();
        var broken = 0;
        try
        {
            await foreach (var page in ReadPagesAsync(call, type, priority, cancellationToken))
            {
                if (page.IsRestart)
                {
                    items.Clear();
                    broken = 0;
                }

                items.AddRange(page.Items);
                broken += page.Broken;
            }
        }
        catch (LeverException e) when (e.IsNotFound)
        {
            return null;
        }

        return new LeverPage<T>(items) { Broken = broken };
    }

    /// <summary>A list. It begins again, a limited number of times, when Lever refuses its own token.</summary>
    public async IAsyncEnumerable<LeverPage<T>> ReadPagesAsync<T>(
        LeverCall call,
        JsonTypeInfo<T> type,
        LeverPriority priority,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
        where T : class
    {
        var walk = new PageWalk(call.Route, options.MaxRestarts);
        while (!walk.IsOver)
        {
            var page = await TryReadPageAsync(call, walk, type, priority, cancellationToken);
            if (page is null)
            {
                LogRestarted(call.Route.Template);
                walk.Restart();
                continue;
            }

            walk.Advance(page.Next);
            NoteBroken(call.Route, page.Broken);
            yield return new LeverPage<T>(page.Items)
            {
                Broken = page.Broken,
                HasNext = !walk.IsOver,
                IsRestart = walk.TakeIsRestart(),
            };
        }
    }

    public async Task<LeverDownload> DownloadAsync(
        LeverCall call,
        long maxBytes,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxBytes);
        var limits = new ExchangeLimits(options.DownloadTimeout, Math.Min(maxBytes, Array.MaxLength), IsDownload: true);
        return await RetryAsync(
            async token =>
            {
                var answer = await transport.SendAsync(call, priority, limits, token);
                return answer switch
                {
                    { Fault: LeverFault.None, Status: 200 } => new LeverDownload.Content(answer.Body, answer.MediaType),
                    { Status: 404 } when LeverError.IsNotFound(answer) => new LeverDownload.Missing(),
                    { Fault: LeverFault.None, Status: 422 } => new LeverDownload.Unprocessable(),
                    { Fault: LeverFault.TooLarge, Status: 200 } => (LeverDownload)new LeverDownload.TooLarge(maxBytes),
                    _ => throw Failed(call, answer),
                };
            },
            cancellationToken
        );
    }

    private async Task<ListAnswer<T>?> TryReadPageAsync<T>(
        LeverCall call,
        PageWalk walk,
        JsonTypeInfo<T> type,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var page = call.With("limit", PageSize).With("offset", walk.Offset);
        try
        {
            return await RetryAsync(
                async token => LeverDocument.ReadList(call.Route, await AskAsync(page, priority, token), type),
                cancellationToken
            );
        }
        catch (LeverException e) when (e.IsInvalidOffset && walk.CanRestart)
        {
            return null;
        }
    }

    private async Task<T?> ReadAsync<T>(
        LeverCall call,
        Func<LeverAnswer, T> read,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
        where T : class
    {
        try
        {
            return await RetryAsync(async token => read(await AskAsync(call, priority, token)), cancellationToken);
        }
        catch (LeverException e) when (e.IsNotFound)
        {
            return null;
        }
    }

    // On the caller's scheduler, which in a grain is its own; by itself Polly would go on with any thread.
    private async Task<T> RetryAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: true, cancellationToken);
        try
        {
            return await retries.ExecuteAsync(async (c, attempt) => await attempt(c.CancellationToken), context, read);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<LeverAnswer> AskAsync(
        LeverCall call,
        LeverPriority priority,
        CancellationToken cancellationToken
    )
    {
        var answer = await transport.SendAsync(call, priority, _json, cancellationToken);
        return answer.IsSuccess ? answer : throw Failed(call, answer);
    }

    private static LeverException Failed(LeverCall call, LeverAnswer answer)
    {
        var failure = answer.Fault switch
        {
            LeverFault.Timeout => LeverFailure.Timeout,
            LeverFault.NotSent or LeverFault.ConnectionLost => LeverFailure.Connection,
            LeverFault.TooLarge when answer.Status is >= 200 and <= 299 => LeverFailure.TooLarge,
            _ => answer.Status is >= 200 and <= 299 ? LeverFailure.Unreadable : LeverFailure.Status,
        };
        return new LeverException(call.Route, failure, answer.Status, LeverError.CodeOf(answer))
        {
            IsOfConfidential = call.IsOfConfidential,
            RetryAfter = answer.RetryAfter,
            IsInvalidOffset = LeverError.IsInvalidOffset(answer),
            IsNotFound = LeverError.IsNotFound(answer),
        };
    }

    private void NoteBroken(LeverRoute route, int broken)
    {
        if (broken > 0)
        {
            metrics.CountBroken(route, broken);
            LogBroken(route.Template, broken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Lever refused its own paging token for {Route}: the list begins again")]
    private partial void LogRestarted(string route);

    [LoggerMessage(LogLevel.Warning, "Lever sent {Broken} records of {Route} that cannot be read; they are left out")]
    private partial void LogBroken(string route, int broken);
}
