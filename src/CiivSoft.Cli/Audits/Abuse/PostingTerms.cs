using CiivSoft.Cli.Audits.Material;
using CiivSoft.Matching.Requirements;

namespace CiivSoft.Cli.Audits.Abuse;

/// <summary>What somebody copies who wants to please a program: the posting's words.</summary>
internal static class PostingTerms
{
    /// <summary>Content words of title and text, each once, the title's among them.</summary>
    public static IReadOnlyList<string> Draw(AuditPosting posting, int count, Chance chance)
    {
        var title = Words(posting.Title);
        var body = Words(posting.Text).Except(title, StringComparer.OrdinalIgnoreCase);
        return chance.Draw(title.Concat(chance.Draw(body, Math.Max(0, count - title.Count))), count);
    }

    private static List<string> Words(string text) =>
        [
            .. Term.Of(text)
                .Where(term => term.IsContent)
                .Select(term => text.Substring(term.Start, term.Length))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
}
