using System.Text.Json.Serialization;
using CiivSoft.Lever.Json;

namespace CiivSoft.Lever.Resources;

/// <summary>A résumé of an opportunity.</summary>
public sealed record LeverResume
{
    /// <summary>The résumé's id.</summary>
    [JsonConverter(typeof(RecordIdConverter))]
    public required string Id { get; init; }

    /// <summary>When it was added; null when not said.</summary>
    [JsonConverter(typeof(MomentConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The file; null for profiles that came without one.</summary>
    [JsonConverter(typeof(OptionalConverter<LeverResumeFile>))]
    public LeverResumeFile? File { get; init; }

    /// <summary>What Lever read in it; null when it could not.</summary>
    [JsonConverter(typeof(OptionalConverter<LeverParsedResume>))]
    public LeverParsedResume? ParsedData { get; init; }

    /// <summary>The id only: the rest is personal data.</summary>
    public override string ToString() => $"resume {Id}";
}

/// <summary>The file of a résumé. Lever's web address of it is not read: the key opens the API's path only.</summary>
public sealed record LeverResumeFile
{
    /// <summary>The file's name; null when not said. Not to be trusted as a path.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Name { get; init; }

    /// <summary>In small letters without a dot, for example <c>pdf</c>; null when not said.</summary>
    [JsonConverter(typeof(ExtensionConverter))]
    public string? Ext { get; init; }

    /// <summary>When; null when not said.</summary>
    [JsonConverter(typeof(MomentConverter))]
    public DateTimeOffset? UploadedAt { get; init; }

    /// <summary>processing, processed, unsupported, error; null when not said.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Status { get; init; }

    /// <summary>Bytes; null when not said.</summary>
    [JsonConverter(typeof(CountConverter))]
    public long? Size { get; init; }

    /// <summary>Whether Lever is still working on it.</summary>
    [JsonIgnore]
    public bool IsProcessing => Status is "processing";
}
