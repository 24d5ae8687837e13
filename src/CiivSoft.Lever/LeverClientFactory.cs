using CiivSoft.Lever.Transport;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CiivSoft.Lever;

/// <summary>Makes clients that share one connection pool, and nothing else: no cookies, no key. One for a process.</summary>
public sealed class LeverClientFactory : ILeverClientFactory, IDisposable
{
    /// <summary>The meter of this library.</summary>
    public const string MeterName = "ciivsoft.lever";

    /// <summary>The source of this library's spans, one for each attempt of a call.</summary>
    public const string TraceName = "CiivSoft.Lever";

    private readonly HttpMessageInvoker _http;
    private readonly LeverMetrics _metrics = new();
    private readonly LeverOptions _options;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly ILogger _logger;

    /// <param name="options">Read once.</param>
    /// <param name="time">For time limits, pauses and <c>Retry-After</c> dates.</param>
    /// <param name="random">For the jitter of pauses; used under a lock.</param>
    /// <param name="loggers">Gets one line for each attempt: route, status, code, duration.</param>
    public LeverClientFactory(IOptions<LeverOptions> options, TimeProvider time, Random random, ILoggerFactory loggers)
        : this(options, time, random, loggers, network: null) { }

    internal LeverClientFactory(
        IOptions<LeverOptions> options,
        TimeProvider time,
        Random random,
        ILoggerFactory loggers,
        HttpMessageHandler? network
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(loggers);
        _options = options.Value;
        _time = time;
        _random = random;
        _logger = loggers.CreateLogger("CiivSoft.Lever");
#pragma warning disable CA2000 // The invoker disposes the handlers.
        _http = new HttpMessageInvoker(
            new AllowListHandler(network ?? LeverSockets.CreateHandler()),
            disposeHandler: true
        );
#pragma warning restore CA2000
    }

    /// <inheritdoc/>
    public ILeverClient Create(LeverConnection connection, ILeverPermits permits)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(permits);
        var exchange = new LeverExchange(_http, _time);
        var transport = new LeverTransport(exchange, connection, permits, _metrics, _time, _logger);
        var retries = ReadRetries.Create(_options, _time, _random);
        var reads = new LeverReads(transport, retries, _options, _metrics, _logger);
        return new LeverClient(reads, new LeverWrites(transport, connection, _options));
    }

    /// <summary>Closes the connections; calls in progress fail.</summary>
    public void Dispose()
    {
        _http.Dispose();
        _metrics.Dispose();
    }
}
