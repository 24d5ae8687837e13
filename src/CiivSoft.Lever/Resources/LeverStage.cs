using System.Text.Json.Serialization;
using CiivSoft.Lever.Json;

namespace CiivSoft.Lever.Resources;

/// <summary>A stage of the pipeline.</summary>
public sealed record LeverStage
{
    /// <summary>The id of the stage in which leads begin, the same in every account.</summary>
    public const string NewLead = "lead-new";

    /// <summary>The id of the stage in which applicants begin, the same in every account.</summary>
    public const string NewApplicant = "applicant-new";

    /// <summary>The id of the stage before hiring, the same in every account.</summary>
    public const string Offer = "offer";

    /// <summary>A word for built-in stages, else a UUID.</summary>
    [JsonConverter(typeof(RecordIdConverter))]
    public required string Id { get; init; }

    /// <summary>The name that recruiters see; empty when Lever sent none.</summary>
    [JsonConverter(typeof(TextOrEmptyConverter))]
    public string Text
    {
        get;
        init => field = value ?? "";
    } = "";
}
