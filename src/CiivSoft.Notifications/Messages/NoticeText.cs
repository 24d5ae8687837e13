using System.Globalization;
using System.Text;

namespace CiivSoft.Notifications.Messages;

/// <summary>Messages for people. Pure.</summary>
public static class NoticeText
{
    private const string Indent = "  ";

    /// <summary>The e-mail's subject: which account, and what.</summary>
    public static string SubjectOf(NoticeDocument notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return $"[CiivSoft {notice.Data.Account}] {notice.Data.Title}";
    }

    /// <summary>The e-mail's text.</summary>
    public static string BodyOf(NoticeDocument notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var text = new StringBuilder();
        var data = notice.Data;
        text.AppendLine(data.Message);
        foreach (var change in data.Changes)
        {
            text.AppendLine(Line($"{Indent}{change.Name}: {change.Before} -> {change.After}"));
        }

        if (data.Digest is { } digest)
        {
            Append(text, digest);
        }

        if (data.Remedy is { } remedy)
        {
            text.AppendLine().AppendLine(Line($"What to do: {remedy}"));
        }

        if (data.Link is { } link)
        {
            text.AppendLine().AppendLine(link.AbsoluteUri);
        }

        return text.AppendLine()
            .AppendLine(Line($"Account {data.Account}, {notice.Timestamp:u}, {data.Id}"))
            .ToString();
    }

    private static void Append(StringBuilder text, NoticeDigest digest)
    {
        text.AppendLine().AppendLine("Results");
        foreach (var solution in digest.Solutions)
        {
            text.AppendLine(
                Line($"{Indent}{solution.Solution}: {Count(solution)} of {solution.Decided} decided{Shadow(solution)}")
            );
        }

        Append(
            text,
            "Postings with most results",
            digest.Postings.Select(p => Line($"{p.Results} for {p.Title ?? p.PostingId}"))
        );
        Append(text, "Waiting", Waiting(digest.Waiting));
        if (digest.Failed > 0)
        {
            Append(text, "Failed", [Plural(digest.Failed, "change that Lever refused", "changes that Lever refused")]);
        }

        Append(
            text,
            "Needs a person",
            digest.Findings.Select(f => $"{f.Message}\n{Indent}{Indent}What to do: {f.Remedy}")
        );
    }

    private static void Append(StringBuilder text, string heading, IEnumerable<string> lines)
    {
        var list = lines.ToList();
        if (list.Count > 0)
        {
            text.AppendLine().AppendLine(heading);
            list.ForEach(line => text.AppendLine(Indent + line));
        }
    }

    private static string Count(NoticeResult result) =>
        result.Solution switch
        {
            "FiiLTER" => Plural(result.Results, "match moved on", "matches moved on"),
            "REFiiNE" => Plural(result.Results, "referral", "referrals"),
            _ => Plural(result.Results, "lead", "leads"),
        };

    private static string Shadow(NoticeResult result) =>
        result.InShadow > 0 ? Line($" ({result.InShadow} more in shadow, not written)") : "";

    private static IEnumerable<string> Waiting(NoticeWaiting waiting) =>
        new (long Count, string One, string Many)[]
        {
            (waiting.Applications, "person with applications", "people with applications"),
            (waiting.Postings, "posting to search for", "postings to search for"),
            (waiting.People, "person of the first synchronisation", "people of the first synchronisation"),
            (waiting.Blocked, "change for what is missing", "changes for what is missing"),
            (waiting.ForQuota, "change for the next day", "changes for the next day"),
        }
            .Where(w => w.Count > 0)
            .Select(w => Plural(w.Count, w.One, w.Many));

    private static string Plural(long count, string one, string many) => Line($"{count} {(count == 1 ? one : many)}");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
