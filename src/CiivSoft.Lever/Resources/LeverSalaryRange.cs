using System.Text.Json.Serialization;
using CiivSoft.Lever.Json;

namespace CiivSoft.Lever.Resources;

/// <summary>A posting's salary.</summary>
public sealed record LeverSalaryRange
{
    /// <summary>The lower end, in <see cref="Currency"/>.</summary>
    public decimal? Min { get; init; }

    /// <summary>The upper end, in <see cref="Currency"/>.</summary>
    public decimal? Max { get; init; }

    /// <summary>ISO 4217.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Currency { get; init; }

    /// <summary>For example <c>per-year-salary</c> or <c>per-hour-wage</c>.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Interval { get; init; }
}
