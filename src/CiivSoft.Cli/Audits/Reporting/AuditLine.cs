using System.Text.Json.Serialization;

namespace CiivSoft.Cli.Audits.Reporting;

/// <summary>One figure of an audit against its bar.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Measure">Which figure: "bit-identical", "recall".</param>
/// <param name="Count">How many cases it is of.</param>
/// <param name="Value">The figure; a share is 0 to 1.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Unit">How it is written.</param>
internal sealed record AuditLine(
    string What,
    string Measure,
    long Count,
    double Value,
    double Low,
    double High,
    AuditUnit Unit
)
{
    /// <summary>The bar in words; empty when none is set.</summary>
    public string Bar { get; init; } = "";

    /// <summary>What the bar decides.</summary>
    public AuditLevel Level { get; init; } = AuditLevel.None;

    /// <summary>Whether the bar is met; true where none is set.</summary>
    public bool IsMet { get; init; } = true;

    public static AuditLine Of(string what, string measure, Share share) =>
        new(what, measure, share.Of, share.Value, share.Low, share.High, AuditUnit.Share);

    public static AuditLine Of(string what, string measure, Mean mean, AuditUnit unit) =>
        new(what, measure, mean.Count, mean.Value, mean.Low, mean.High, unit);

    public static AuditLine Of(string what, string measure, long count, double value, AuditUnit unit) =>
        new(what, measure, count, value, value, value, unit);

    public AuditLine AtLeast(double bar, AuditLevel level = AuditLevel.Must) =>
        this with
        {
            Bar = $"≥ {Figures.Write(bar, Unit)}",
            Level = level,
            IsMet = Value >= bar,
        };

    public AuditLine AtMost(double bar, AuditLevel level = AuditLevel.Must) =>
        this with
        {
            Bar = bar == 0 ? Figures.Write(0, Unit) : $"≤ {Figures.Write(bar, Unit)}",
            Level = level,
            IsMet = Value <= bar,
        };
}

/// <summary>What a bar decides.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AuditLevel>))]
internal enum AuditLevel
{
    /// <summary>No bar: for information.</summary>
    None = 0,

    /// <summary>The exit code.</summary>
    Must,

    /// <summary>Nothing; it is the ambition.</summary>
    Star,
}

/// <summary>How a figure is written.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AuditUnit>))]
internal enum AuditUnit
{
    /// <summary>A share, written in percent.</summary>
    Share = 0,

    /// <summary>A difference of scores.</summary>
    Score,

    /// <summary>Places in a list.</summary>
    Places,

    /// <summary>A plain count.</summary>
    Count,
}
