using System.CommandLine;
using CiivSoft.Embeddings;

namespace CiivSoft.Cli.Evaluation;

/// <summary>Names embeddings on the command line; all else about them comes from the environment, the key above all.</summary>
internal static class EmbeddingOption
{
    public const string Kinds =
        "a fastText model (.bin, .ftz), one of ours (.cve), a folder with an ONNX sentence model, or the address of a service "
        + "that speaks OpenAI's protocol, as http://127.0.0.1:8000/v1#MODEL; its key comes from CIIVSOFT__EMBEDDING__KEY";

    public static Option<string?> One() =>
        new("--embedding")
        {
            Description =
                $"Scores with another embedding than the one that ships: {Kinds}. By default CIIVSOFT__EMBEDDING__SOURCE.",
            HelpName = "SOURCE",
        };

    public static Option<string[]> Many() =>
        new("--embedding")
        {
            Description = $"Measured beside the one that ships, alone and in its place in the score: {Kinds}.",
            HelpName = "SOURCE",
            DefaultValueFactory = _ => [],
        };

    /// <summary>The settings for a source; the environment's own where it is null.</summary>
    public static EmbeddingSettings Settings(string? source, string? policy = null)
    {
        var settings = EmbeddingSettings.FromEnvironment(Environment.GetEnvironmentVariable);
        settings.Policy = policy ?? settings.Policy;
        if (source is null)
        {
            return settings;
        }

        // A policy of the environment belongs to the embedding of the environment.
        settings.Policy = policy;
        var isAddress = source.Contains("://", StringComparison.Ordinal);
        var hash = isAddress ? source.LastIndexOf('#') : -1;
        settings.Source = hash < 0 ? source : source[..hash];
        settings.ServiceModel = hash < 0 ? settings.ServiceModel : source[(hash + 1)..];
        return settings;
    }
}
