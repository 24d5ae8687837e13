namespace CiivSoft.Abstractions.Accounts;

/// <summary>A text that must reach no log, message or page: printing it prints stars.</summary>
/// <param name="Value">The text in clear.</param>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.SecretText")]
public readonly record struct SecretText([property: Id(0)] string Value)
{
    /// <summary>Stars, whatever the value.</summary>
    public override string ToString() => "***";
}
