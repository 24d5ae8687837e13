namespace CiivSoft.Cli.Keys;

/// <summary>The key that something was done with.</summary>
internal sealed record KeyNumber(int Id);
