namespace CiivSoft.Dashboard.Views;

/// <summary>Something that needs a person, with where to go for it.</summary>
/// <param name="Message">What is wrong and what it stops.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Since">Since when; null when not known.</param>
/// <param name="Action">Text of the button.</param>
/// <param name="Target">Where it leads, below the account's page.</param>
public sealed record ShownFinding(string Message, string Remedy, DateTimeOffset? Since, string Action, string Target);
