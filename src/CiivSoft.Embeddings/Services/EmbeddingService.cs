using System.Net.Http.Headers;
using CiivSoft.Matching.Embeddings;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace CiivSoft.Embeddings.Services;

/// <summary>
/// A service that speaks OpenAI's protocol: <c>POST embeddings</c>. Texts leave this machine. Neither a text nor the key stands in
/// any message. Thread-safe.
/// </summary>
public sealed class EmbeddingService : IEmbeddingGenerator<string, Embedding<float>>
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);

    private readonly HttpClient _http;
    private readonly EmbeddingSettings _settings;
    private readonly EmbeddingGeneratorMetadata _metadata;

    private EmbeddingService(HttpClient http, EmbeddingSettings settings)
    {
        _http = http;
        _settings = settings;
        _metadata = new EmbeddingGeneratorMetadata("openai", http.BaseAddress, settings.ServiceModel);
    }

    /// <summary>Sends nothing yet.</summary>
    /// <exception cref="EmbeddingException">The settings name no service.</exception>
    public static EmbeddingService Create(EmbeddingSettings settings) => Create(settings, TimeProvider.System);

    internal static EmbeddingService Create(EmbeddingSettings settings, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var address =
            settings.Problem is { } problem ? throw new EmbeddingException(problem)
            : settings.ServiceAddress is { } found ? found
            : throw new EmbeddingException("CIIVSOFT__EMBEDDING__SOURCE is not the address of a service.");
#pragma warning disable CA2000 // The client disposes its handlers.
        var handler = new ResilienceHandler(Pipeline(settings, time))
        {
            // A redirect could carry texts to somebody else.
            InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false },
        };
        var http = new HttpClient(handler)
        {
            BaseAddress = new Uri(address.AbsoluteUri.TrimEnd('/') + "/"),
            // Each attempt has its limit, and there is a bounded number of them.
            Timeout = Timeout.InfiniteTimeSpan,
        };
#pragma warning restore CA2000
        if (!string.IsNullOrWhiteSpace(settings.Key))
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", settings.Key.Trim());
        }

        return new EmbeddingService(http, settings);
    }

    /// <summary>One vector for each text, in their order, a batch after the other.</summary>
    /// <exception cref="EmbeddingException">The service refused, failed after all attempts, or answered nonsense.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(values);
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var batch in values.Select(Cut).Chunk(_settings.BatchSize))
        {
            var answer = await EmbeddingCall.SendAsync(_http, _settings, batch, cancellationToken);
            embeddings.AddRange(
                answer.Select(vector => new Embedding<float>(vector) { ModelId = _settings.ServiceModel })
            );
        }

        return embeddings;
    }

    /// <summary>This generator, or its metadata (address, model).</summary>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    // Never between the halves of a surrogate pair.
    private string Cut(string text) =>
        text.Length <= _settings.MaxCharacters ? text
        : char.IsHighSurrogate(text[_settings.MaxCharacters - 1]) ? text[..(_settings.MaxCharacters - 1)]
        : text[.._settings.MaxCharacters];

    // Asking twice for a vector changes nothing, so that a POST may be repeated here. Retry-After is honoured.
    private static ResiliencePipeline<HttpResponseMessage> Pipeline(EmbeddingSettings settings, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        if (settings.Attempts > 1)
        {
            builder.AddRetry(
                new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = settings.Attempts - 1,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Delay = FirstPause,
                    MaxDelay = LongestPause,
                }
            );
        }

        return builder.AddTimeout(settings.AttemptTimeout).Build();
    }
}
