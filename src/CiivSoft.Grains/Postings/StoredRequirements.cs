using System.Text.Json;
using System.Text.Json.Serialization;
using CiivSoft.Matching.Requirements;
using CiivSoft.Storage.Requirements;

namespace CiivSoft.Grains.Postings;

/// <summary>Edited requirements as they are stored.</summary>
internal static class StoredRequirements
{
    public static string Write(RequirementList list) =>
        JsonSerializer.Serialize(list, RequirementsJson.Default.RequirementList);

    /// <summary>Null where nobody edited, and after going back to the draft.</summary>
    /// <exception cref="InvalidDataException">The stored list holds nothing.</exception>
    public static RequirementList? Read(RequirementEditRow? edit) =>
        edit?.ListJson is not { } json
            ? null
            : JsonSerializer.Deserialize(json, RequirementsJson.Default.RequirementList)
                ?? throw new InvalidDataException($"Version {edit.Version} of the requirements holds no list.");
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RequirementList))]
internal sealed partial class RequirementsJson : JsonSerializerContext;
