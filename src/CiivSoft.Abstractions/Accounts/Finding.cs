namespace CiivSoft.Abstractions.Accounts;

/// <summary>Something that needs a person, with what to do.</summary>
/// <param name="Code">Stable, for example <c>stage-missing</c>.</param>
/// <param name="Message">What is wrong and what it stops.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Since">Since when.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.Finding")]
public sealed record Finding(
    [property: Id(0)] string Code,
    [property: Id(1)] string Message,
    [property: Id(2)] string Remedy,
    [property: Id(3)] DateTimeOffset Since
);
