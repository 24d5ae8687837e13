using Polly;
using Polly.Retry;

namespace CiivSoft.Lever.Transport;

/// <summary>Repeats a read that failed in passing: exponential pauses with jitter, or the pause that Lever asked for.</summary>
internal static class ReadRetries
{
    public static ResiliencePipeline Create(LeverOptions options, TimeProvider time, Random random)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (options.ReadAttempts > 1)
        {
            builder.AddRetry(Strategy(options, random));
        }

        return builder.Build();
    }

    private static RetryStrategyOptions Strategy(LeverOptions options, Random random) =>
        new()
        {
            MaxRetryAttempts = options.ReadAttempts - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.BaseDelay,
            MaxDelay = options.MaxDelay,
            Randomizer = () => NextDouble(random),
            ShouldHandle = args =>
                ValueTask.FromResult(
                    args.Outcome.Exception is LeverException { IsTransient: true } e
                        && !(e.RetryAfter > options.MaxDelay)
                        && e.Failure != LeverFailure.Paging
                ),
            DelayGenerator = args => ValueTask.FromResult((args.Outcome.Exception as LeverException)?.RetryAfter),
        };

    // One Random serves all clients of the process, and Random is not thread-safe.
    private static double NextDouble(Random random)
    {
        lock (random)
        {
#pragma warning disable CA5394 // Jitter is no secret.
            return random.NextDouble();
#pragma warning restore CA5394
        }
    }
}
