namespace CiivSoft.Cli.Admin;

/// <summary>A connected account, as the admin API lists it.</summary>
internal sealed record ListedAccount(string Name, Uri LeverUrl, string ServiceUser, DateTimeOffset ConnectedAt);
