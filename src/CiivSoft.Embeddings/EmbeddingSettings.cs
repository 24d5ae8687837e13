using System.Globalization;
using CiivSoft.Matching.Embeddings;

namespace CiivSoft.Embeddings;

/// <summary>Which embedding stands behind the feature <c>meaning</c>. Section <c>CiivSoft:Embedding</c>.</summary>
public sealed class EmbeddingSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "CiivSoft:Embedding";

    private const string Prefix = "CIIVSOFT__EMBEDDING__";
    private const int MostTexts = 2048;
    private const int MostAttempts = 10;

    /// <summary>
    /// Null, the default: the embedding that ships. Else a fastText model (<c>.bin</c>, <c>.ftz</c>), one of our own
    /// (<c>.cve</c>), a folder with an ONNX sentence model, or the address of a service that speaks OpenAI's protocol, such as
    /// <c>http://127.0.0.1:8000/v1</c>.
    /// </summary>
    public string? Source { get; set; }

    /// <summary>A policy file with weights and cuts fitted for the embedding. Null, the default: those that ship.</summary>
    public string? Policy { get; set; }

    /// <summary>The model to ask a service for; needed with an address.</summary>
    public string? ServiceModel { get; set; }

    /// <summary>The service's key, sent as a bearer token; null, the default, sends none.</summary>
    public string? Key { get; set; }

    /// <summary>Texts in one call to a service. The default is 64.</summary>
    public int BatchSize { get; set; } = 64;

    /// <summary>Texts are cut to so many characters for a service, whose models read only so much. The default is 20,000.</summary>
    public int MaxCharacters { get; set; } = 20_000;

    /// <summary>The limit of one attempt of a call. The default is 30 seconds.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a call is tried, with growing pauses or those that the service asks for. The default is 4.</summary>
    public int Attempts { get; set; } = 4;

    /// <summary>What is wrong, naming the setting to change; null when nothing is.</summary>
    public string? Problem =>
        IsAddress && ServiceAddress is null
            ? $"CiivSoft:Embedding:Source (CIIVSOFT__EMBEDDING__SOURCE) is '{Source}', which is no usable address: write "
                + "http or https, host and path, without user, query or fragment, for example http://127.0.0.1:8000/v1."
        : IsAddress && string.IsNullOrWhiteSpace(ServiceModel)
            ? "CiivSoft:Embedding:ServiceModel (CIIVSOFT__EMBEDDING__SERVICEMODEL) must name the model, since "
                + "CIIVSOFT__EMBEDDING__SOURCE is the address of a service."
        : !IsAddress && !string.IsNullOrWhiteSpace(Source) && !File.Exists(Source) && !Directory.Exists(Source)
            ? $"CiivSoft:Embedding:Source (CIIVSOFT__EMBEDDING__SOURCE) is '{Source}'; there is no such file or folder."
        : !string.IsNullOrWhiteSpace(Policy) && !File.Exists(Policy)
            ? $"CiivSoft:Embedding:Policy (CIIVSOFT__EMBEDDING__POLICY) is '{Policy}'; there is no such file."
        : BatchSize is < 1 or > MostTexts
            ? $"CiivSoft:Embedding:BatchSize (CIIVSOFT__EMBEDDING__BATCHSIZE) is {BatchSize}; it must be 1 to {MostTexts}."
        : MaxCharacters < 100
            ? $"CiivSoft:Embedding:MaxCharacters (CIIVSOFT__EMBEDDING__MAXCHARACTERS) is {MaxCharacters}; it must be 100 at least."
        : AttemptTimeout <= TimeSpan.Zero || AttemptTimeout > TimeSpan.FromMinutes(10)
            ? $"CiivSoft:Embedding:AttemptTimeout (CIIVSOFT__EMBEDDING__ATTEMPTTIMEOUT) is {AttemptTimeout}; it must be more than "
                + "0 and 10 minutes at most."
        : Attempts is < 1 or > MostAttempts
            ? $"CiivSoft:Embedding:Attempts (CIIVSOFT__EMBEDDING__ATTEMPTS) is {Attempts}; it must be 1 to {MostAttempts}."
        : null;

    /// <summary>
    /// The settings as environment variables have them, for programs without a configuration of their own.
    /// </summary>
    /// <param name="variable">Gives the value of a variable by its name; null when it is not set.</param>
    /// <exception cref="EmbeddingException">A value is no number or time.</exception>
    public static EmbeddingSettings FromEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var settings = new EmbeddingSettings
        {
            Source = variable($"{Prefix}SOURCE"),
            Policy = variable($"{Prefix}POLICY"),
            ServiceModel = variable($"{Prefix}SERVICEMODEL"),
            Key = variable($"{Prefix}KEY"),
        };
        settings.BatchSize = Number("BATCHSIZE", settings.BatchSize);
        settings.MaxCharacters = Number("MAXCHARACTERS", settings.MaxCharacters);
        settings.Attempts = Number("ATTEMPTS", settings.Attempts);
        settings.AttemptTimeout =
            variable($"{Prefix}ATTEMPTTIMEOUT") is not { Length: > 0 } time ? settings.AttemptTimeout
            : TimeSpan.TryParse(time, CultureInfo.InvariantCulture, out var limit) ? limit
            : throw new EmbeddingException($"{Prefix}ATTEMPTTIMEOUT is '{time}', which is no time such as 00:00:30.");
        return settings;

        int Number(string name, int byDefault) =>
            variable(Prefix + name) is not { Length: > 0 } text ? byDefault
            : int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number
            : throw new EmbeddingException($"{Prefix}{name} is '{text}', which is no number.");
    }

    internal bool IsShipped => string.IsNullOrWhiteSpace(Source);

    internal bool IsAddress => Source?.Contains("://", StringComparison.Ordinal) == true;

    internal Uri? ServiceAddress =>
        Uri.TryCreate(Source, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address is { UserInfo: "", Query: "", Fragment: "" }
            ? address
            : null;
}
