using System.Text.Json.Serialization;
using CiivSoft.Lever.Resources;

namespace CiivSoft.Lever.Json;

/// <summary>
/// How Lever's JSON becomes our records, generated at compile time. The generated code sets an <c>init</c> property
/// to null when the JSON lacks it, whatever its initial value: hence <c>value ?? …</c> in the records.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    AllowDuplicateProperties = false,
    MaxDepth = 64
)]
[JsonSerializable(typeof(LeverStage))]
[JsonSerializable(typeof(LeverPosting))]
[JsonSerializable(typeof(LeverPostingCategories))]
[JsonSerializable(typeof(LeverPostingContent))]
[JsonSerializable(typeof(LeverPostingList))]
[JsonSerializable(typeof(LeverSalaryRange))]
[JsonSerializable(typeof(LeverUrls))]
[JsonSerializable(typeof(LeverOpportunity))]
[JsonSerializable(typeof(LeverPhone))]
[JsonSerializable(typeof(LeverStageChange))]
[JsonSerializable(typeof(LeverApplication))]
[JsonSerializable(typeof(LeverResume))]
[JsonSerializable(typeof(LeverResumeFile))]
[JsonSerializable(typeof(LeverParsedResume))]
[JsonSerializable(typeof(LeverPosition))]
[JsonSerializable(typeof(LeverSchool))]
[JsonSerializable(typeof(LeverMonth))]
[JsonSerializable(typeof(LeverFile))]
[JsonSerializable(typeof(LeverNote))]
[JsonSerializable(typeof(LeverComment))]
[JsonSerializable(typeof(LeverContact))]
[JsonSerializable(typeof(LeverOffer))]
[JsonSerializable(typeof(LeverArchiveReason))]
internal sealed partial class LeverJson : JsonSerializerContext;
