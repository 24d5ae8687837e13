namespace CiivSoft.Abstractions.Accounts;

/// <summary>What was asked of an account cannot be done: it is not connected, or another cluster holds it.</summary>
/// <param name="message">Which account, and which of the two.</param>
[GenerateSerializer]
[Alias("ciivsoft.AccountUnavailableException")]
public sealed class AccountUnavailableException(string message) : InvalidOperationException(message);
