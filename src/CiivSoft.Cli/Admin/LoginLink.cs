namespace CiivSoft.Cli.Admin;

/// <summary>A link to the dashboard.</summary>
/// <param name="Url">Logs in, once.</param>
internal sealed record LoginLink(Uri Url);
