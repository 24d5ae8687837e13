using System.Security.Cryptography;
using CiivSoft.Embeddings.Onnx;
using CiivSoft.Embeddings.Services;
using CiivSoft.Matching;
using CiivSoft.Matching.Embeddings;
using Microsoft.Extensions.AI;

namespace CiivSoft.Embeddings;

/// <summary>Opens the embedding that the settings name.</summary>
public static class EmbeddingLoader
{
    private const int FingerprintDigits = 12;

    /// <summary>The engine with the embedding and the policy of the settings; the one that ships where they name none.</summary>
    /// <exception cref="EmbeddingException">The embedding cannot be opened or used, or its service does not answer.</exception>
    /// <exception cref="InvalidDataException">The policy is damaged or made for other features.</exception>
    public static async Task<MatchingEngine> LoadEngineAsync(
        EmbeddingSettings settings,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(settings);
        var policy = string.IsNullOrWhiteSpace(settings.Policy)
            ? null
            : await File.ReadAllBytesAsync(settings.Policy, cancellationToken);
        return settings.IsShipped && policy is null
            ? MatchingEngine.LoadDefault()
            : MatchingEngine.Load(await OpenMeaningAsync(settings, cancellationToken), policy);
    }

    /// <summary>The generator of plain vectors, as the model or service gives them.</summary>
    /// <exception cref="EmbeddingException">It cannot be opened.</exception>
    public static IEmbeddingGenerator<string, Embedding<float>> OpenGenerator(EmbeddingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Problem is { } problem)
        {
            throw new EmbeddingException(problem);
        }

        try
        {
            return settings.IsAddress ? EmbeddingService.Create(settings)
                : Directory.Exists(settings.Source) ? OnnxEmbeddingGenerator.Open(settings.Source)
                : EmbeddingSource.Open(settings.Source ?? "");
        }
        catch (Exception failure)
            when (failure is ModelFileException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new EmbeddingException(
                $"The embedding {settings.Source} cannot be opened: {failure.Message}",
                failure
            );
        }
    }

    /// <summary>What stands behind the feature <c>meaning</c>.</summary>
    /// <exception cref="EmbeddingException">It cannot be opened or used, or its service does not answer.</exception>
    public static async Task<ITextMeaning> OpenMeaningAsync(
        EmbeddingSettings settings,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(settings);

#pragma warning disable CA2000 // The meaning keeps it, for as long as the process lives.
        var generator = OpenGenerator(settings);
#pragma warning restore CA2000
        if (generator is DomainEmbeddingGenerator domain)
        {
            return domain.Embedding;
        }

        var fingerprint = settings.IsAddress ? null : await FingerprintAsync(settings.Source!, cancellationToken);
        return await GeneratedMeaning.OpenAsync(
            generator,
            settings.IsAddress
                ? settings.ServiceModel!
                : Path.GetFileName(Path.TrimEndingDirectorySeparator(settings.Source!)),
            fingerprint,
            settings.IsAddress,
            cancellationToken
        );
    }

    // Of a file: its bytes. Of a folder: those of all that says how a text becomes a vector, in the order of their names.
    private static async Task<string> FingerprintAsync(string path, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Directory.Exists(path) ? OnnxFolder.Find(path).Files : [path];
        var buffer = new byte[1 << 20];
        foreach (var file in files)
        {
            await using var stream = File.OpenRead(file);
            while (await stream.ReadAsync(buffer, cancellationToken) is var read and > 0)
            {
                hash.AppendData(buffer, 0, read);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..FingerprintDigits];
    }
}
