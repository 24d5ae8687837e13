using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace CiivSoft.Lever.Transport;

/// <summary>One request and its answer on the wire, within limits of time and size. Every network failure becomes a value.</summary>
internal sealed class LeverExchange(HttpMessageInvoker http, TimeProvider time)
{
    private const int MaxErrorBytes = 64 * 1024;
    private const int BlockBytes = 32 * 1024;
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);

    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<LeverAnswer> SendAsync(
        HttpRequestMessage request,
        ExchangeLimits limits,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(limits.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var answer = new LeverAnswer();
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            answer = Describe(request, response);
            return await ReadBodyAsync(answer, response, limits, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return answer with { Fault = LeverFault.Timeout };
        }
        catch (HttpRequestException e)
        {
            return answer with { Fault = WasSent(e) ? LeverFault.ConnectionLost : LeverFault.NotSent };
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return answer with { Fault = LeverFault.ConnectionLost };
        }
    }

    private static bool WasSent(HttpRequestException e) =>
        e.HttpRequestError
            is not (
                HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError
            );

    private LeverAnswer Describe(HttpRequestMessage request, HttpResponseMessage response) =>
        new()
        {
            Status = (int)response.StatusCode,
            MediaType = response.Content.Headers.ContentType?.MediaType,
            RetryAfter = RetryAfter(response.Headers.RetryAfter),
            Location = IsRedirect(response.StatusCode) ? Absolute(request.RequestUri, response.Headers.Location) : null,
        };

    private static bool IsRedirect(HttpStatusCode status) =>
        status
            is HttpStatusCode.MovedPermanently
                or HttpStatusCode.Found
                or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect;

    private static Uri? Absolute(Uri? from, Uri? location) =>
        from is not null && location is not null && Uri.TryCreate(from, location, out var absolute) ? absolute : null;

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? (header?.Date - time.GetUtcNow());
        return wait is { } asked ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, 0, LongestRetryAfter.Ticks)) : null;
    }

    private static async Task<LeverAnswer> ReadBodyAsync(
        LeverAnswer answer,
        HttpResponseMessage response,
        ExchangeLimits limits,
        CancellationToken cancellationToken
    )
    {
        var maxBytes = answer.IsSuccess ? limits.MaxBytes : MaxErrorBytes;
        var announced = response.Content.Headers.ContentLength ?? 0;
        if (announced > maxBytes)
        {
            return answer with { Fault = LeverFault.TooLarge };
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream((int)Math.Min(announced, Array.MaxLength));
        var block = ArrayPool<byte>.Shared.Rent(BlockBytes);
        try
        {
            for (int read; (read = await stream.ReadAsync(block, cancellationToken)) > 0; )
            {
                if (body.Length + read > maxBytes)
                {
                    return answer with { Fault = LeverFault.TooLarge };
                }

                await body.WriteAsync(block.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            // It held a person's data and goes back to a shared pool.
            ArrayPool<byte>.Shared.Return(block, clearArray: true);
        }

        return answer with
        {
            Body = body.GetBuffer().AsMemory(0, (int)body.Length),
        };
    }
}
