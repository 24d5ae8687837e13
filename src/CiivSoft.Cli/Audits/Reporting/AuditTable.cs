namespace CiivSoft.Cli.Audits.Reporting;

/// <summary>Lines of an audit under one heading.</summary>
internal sealed record AuditTable(string Heading, IReadOnlyList<AuditLine> Lines);
