using CiivSoft.Dashboard.Live;

namespace CiivSoft.Dashboard.Views;

/// <summary>What the page of an account shows.</summary>
/// <param name="Board">How it stands.</param>
/// <param name="LeverUrl">Base address of Lever's API.</param>
/// <param name="ServiceUser">Lever's id of the user our writes are made as.</param>
/// <param name="ConnectedAt">When it was first connected.</param>
public sealed record AccountModel(AccountBoard Board, Uri LeverUrl, string ServiceUser, DateTimeOffset ConnectedAt);
