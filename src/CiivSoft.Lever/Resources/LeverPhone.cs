using System.Text.Json.Serialization;
using CiivSoft.Lever.Json;

namespace CiivSoft.Lever.Resources;

/// <summary>A telephone number.</summary>
public sealed record LeverPhone
{
    /// <summary>mobile, home, work, skype, other; null when not said.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Type { get; init; }

    /// <summary>The number as it was typed.</summary>
    [JsonConverter(typeof(TextOrEmptyConverter))]
    public string Value
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Not the number.</summary>
    public override string ToString() => $"phone ({Type})";
}
