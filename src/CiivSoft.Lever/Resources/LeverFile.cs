using System.Text.Json.Serialization;
using CiivSoft.Lever.Json;

namespace CiivSoft.Lever.Resources;

/// <summary>A file attached to an opportunity.</summary>
public sealed record LeverFile
{
    /// <summary>The file's id.</summary>
    [JsonConverter(typeof(RecordIdConverter))]
    public required string Id { get; init; }

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

    /// <summary>The id only: a name may be personal.</summary>
    public override string ToString() => $"file {Id}";
}
