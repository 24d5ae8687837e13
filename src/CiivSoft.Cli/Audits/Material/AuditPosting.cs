namespace CiivSoft.Cli.Audits.Material;

/// <summary>A posting that an audit compares with.</summary>
internal sealed record AuditPosting(string Title, string Text);
