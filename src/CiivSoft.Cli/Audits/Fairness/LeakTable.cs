using CiivSoft.Cli.Audits.Reporting;
using CiivSoft.Matching.Redaction;

namespace CiivSoft.Cli.Audits.Fairness;

/// <summary>Leaks by kind.</summary>
internal static class LeakTable
{
    /// <param name="leaks">All leaks found.</param>
    /// <param name="texts">How many texts were looked through.</param>
    public static AuditTable Of(IReadOnlyCollection<FoundLeak> leaks, long texts) =>
        new(
            "Left in the redacted texts",
            [
                .. Enum.GetValues<RedactionKind>()
                    .Where(kind => kind != RedactionKind.None)
                    .Select(kind =>
                        AuditLine
                            .Of(
                                Name(kind),
                                "found by the scan",
                                texts,
                                leaks.Count(leak => leak.Kind == kind && !leak.IsPlanted),
                                AuditUnit.Count
                            )
                            .AtMost(0)
                    ),
                AuditLine
                    .Of(
                        "details put in",
                        "found word for word",
                        texts,
                        leaks.Count(leak => leak.IsPlanted),
                        AuditUnit.Count
                    )
                    .AtMost(0),
            ]
        );

    private static string Name(RedactionKind kind) =>
        kind switch
        {
            RedactionKind.Email => "e-mail",
            RedactionKind.Link => "web address",
            RedactionKind.Age => "age, birth date",
            RedactionKind.Family => "marital status, children",
            RedactionKind.Origin => "nationality, religion, personal number",
            RedactionKind.GraduationYear => "year of study",
            _ => char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..],
        };
}
