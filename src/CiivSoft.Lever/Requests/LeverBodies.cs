using System.Text.Json.Serialization;

namespace CiivSoft.Lever.Requests;

/// <summary>The JSON of what we send.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LeadBody))]
[JsonSerializable(typeof(StageBody))]
[JsonSerializable(typeof(NoteBody))]
[JsonSerializable(typeof(TagsBody))]
[JsonSerializable(typeof(ArchiveBody))]
internal sealed partial class LeverBodies : JsonSerializerContext;
