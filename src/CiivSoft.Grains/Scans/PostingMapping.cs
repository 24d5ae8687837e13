using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CiivSoft.Lever.Resources;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Scans;

/// <summary>Lever's posting → what we keep of it.</summary>
internal static partial class PostingMapping
{
    public static PostingRow ToRow(LeverPosting posting, DateTimeOffset? openedAt)
    {
        var text = TextOf(posting.Content);
        return new PostingRow
        {
            PostingId = posting.Id,
            Title = posting.Text,
            State = posting.State ?? "unknown",
            IsOpen = posting.IsOpen,
            IsConfidential = posting.IsConfidential,
            Country = posting.Country,
            Location = posting.Categories.Location,
            IsRemote = string.Equals(posting.WorkplaceType, "remote", StringComparison.OrdinalIgnoreCase),
            Text = text,
            ContentHash = HashOf(posting.Text, text),
            CreatedAtMs = posting.CreatedAt?.ToUnixTimeMilliseconds() ?? 0,
            UpdatedAtMs = posting.UpdatedAt?.ToUnixTimeMilliseconds(),
            OpenedAt = openedAt,
            Url = Uri.TryCreate(posting.Urls?.Show, UriKind.Absolute, out var url) ? url : null,
        };
    }

    /// <summary>Opening, titled lists as lines, closing; the plain forms where Lever has them, else the HTML ones.</summary>
    internal static string TextOf(LeverPostingContent content)
    {
        var parts = new List<string> { Plain(content.Description, content.DescriptionHtml) };
        foreach (var list in content.Lists)
        {
            parts.Add(list.Text.Trim());
            parts.Add(FromHtml(list.Content));
        }

        parts.Add(Plain(content.Closing, content.ClosingHtml));
        return string.Join('\n', parts.Where(p => p.Length > 0));
    }

    private static string Plain(string plain, string html) =>
        string.IsNullOrWhiteSpace(plain) ? FromHtml(html) : plain.Trim();

    // Lever allows div, p, span, br, b, i, s, u, a and li only (lever-api.md, 5.8): blocks, breaks and items matter, the rest goes.
    // People paste other blocks too. What opens right behind an item belongs to its line.
    private static string FromHtml(string html)
    {
        var broken = BreakTag().Replace(ItemTag().Replace(html, "\n- "), "\n");
        var lines = WebUtility.HtmlDecode(AnyTag().Replace(broken, "")).Split('\n', StringSplitOptions.TrimEntries);
        return string.Join('\n', lines.Where(l => l.Length > 0));
    }

    private static string HashOf(string title, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title + "\n" + text)));

    [GeneratedRegex(
        "<(?:br|/?(?:p|div|li|ul|ol|h[1-6]))\\b[^<>]*>",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex BreakTag();

    [GeneratedRegex("<li\\b[^<>]*>(?:\\s*<[a-z][^<>]*>)*", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ItemTag();

    [GeneratedRegex("</?[a-zA-Z][^<>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex AnyTag();
}
