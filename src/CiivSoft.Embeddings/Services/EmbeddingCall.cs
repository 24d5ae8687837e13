using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CiivSoft.Matching.Embeddings;
using Polly.Timeout;

namespace CiivSoft.Embeddings.Services;

/// <summary>One call: what is sent, and what may come back.</summary>
internal static class EmbeddingCall
{
    private const string Route = "embeddings";
    private const int LongestCode = 60;

    public static async Task<float[][]> SendAsync(
        HttpClient http,
        EmbeddingSettings settings,
        string[] texts,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var body = new
            {
                model = settings.ServiceModel,
                input = texts,
                encoding_format = "float",
            };
            using var response = await http.PostAsJsonAsync(Route, body, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw await RefusedAsync(response, settings, cancellationToken);
            }

            var answer = await response.Content.ReadFromJsonAsync<Answer>(cancellationToken);
            return Vectors(answer, texts.Length);
        }
        catch (JsonException damaged)
        {
            throw new EmbeddingException(
                "The embedding service answered something else than vectors in JSON.",
                damaged
            );
        }
        catch (TimeoutRejectedException slow)
        {
            throw new EmbeddingException(
                $"The embedding service did not answer within {settings.AttemptTimeout} (CIIVSOFT__EMBEDDING__ATTEMPTTIMEOUT), "
                    + $"{settings.Attempts} times.",
                slow
            )
            {
                IsTransient = true,
            };
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw new EmbeddingException($"The embedding service cannot be reached: {failure.Message}", failure)
            {
                IsTransient = true,
            };
        }
    }

    private static float[][] Vectors(Answer? answer, int count)
    {
        if (
            answer?.Data is not { } rows
            || rows.Count != count
            || rows.Any(row => row.Embedding is not { Length: > 0 })
        )
        {
            throw new EmbeddingException(
                $"The embedding service answered {answer?.Data?.Count ?? 0} usable vectors for {count} texts."
            );
        }

        // Servers may answer in another order and say so by the index.
        var vectors = new float[count][];
        for (var i = 0; i < count; i++)
        {
            var index = rows[i].Index ?? i;
            if (index < 0 || index >= count || vectors[index] is not null)
            {
                throw new EmbeddingException(
                    "The embedding service answered with indexes that are no order of the texts."
                );
            }

            vectors[index] = rows[i].Embedding!;
        }

        return vectors;
    }

    private static async Task<EmbeddingException> RefusedAsync(
        HttpResponseMessage response,
        EmbeddingSettings settings,
        CancellationToken cancellationToken
    )
    {
        var status = (int)response.StatusCode;
        var code = await CodeAsync(response, cancellationToken) is { } found ? $", {found}" : "";
        var hint = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                " Check CIIVSOFT__EMBEDDING__KEY and what it may do.",
            HttpStatusCode.NotFound =>
                $" Check the address in CIIVSOFT__EMBEDDING__SOURCE and the model {settings.ServiceModel}.",
            HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.BadRequest =>
                " Perhaps a text is too long: lower CIIVSOFT__EMBEDDING__MAXCHARACTERS or CIIVSOFT__EMBEDDING__BATCHSIZE.",
            HttpStatusCode.TooManyRequests => " It limits the calls or its quota is used up.",
            _ => "",
        };
        return new EmbeddingException($"The embedding service refused the call ({status}{code}).{hint}")
        {
            Status = status,
            IsTransient = status is 408 or 429 or >= 500,
        };
    }

    // The message may repeat the text that was sent; a code of letters says enough.
    private static async Task<string?> CodeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var body = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            return
                body.ValueKind == JsonValueKind.Object
                && body.TryGetProperty("error", out var error)
                && error.ValueKind == JsonValueKind.Object
                && error.TryGetProperty("code", out var code)
                && code.ValueKind == JsonValueKind.String
                && code.GetString() is { Length: > 0 and <= LongestCode } text
                && text.All(c => char.IsAsciiLetterLower(c) || c == '_')
                ? text
                : null;
        }
        catch (Exception unreadable)
            when (unreadable
                    is JsonException
                        or HttpRequestException
                        or IOException
                        or NotSupportedException
                        or InvalidOperationException
            )
        {
            // What the service says beside the status is a help, not needed.
            return null;
        }
    }

    private sealed record Answer(IReadOnlyList<Row>? Data);

    private sealed record Row(float[]? Embedding, int? Index);
}
