using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;

namespace CiivSoft.LeverSimulator.Api;

/// <summary>The HTML of postings.</summary>
internal static partial class HtmlText
{
    private static readonly ImmutableArray<string> DescriptionTags =
    [
        "div",
        "p",
        "span",
        "br",
        "b",
        "i",
        "s",
        "u",
        "a",
    ];
    private static readonly ImmutableArray<string> ListTags = ["li", "b", "i", "s", "u", "a"];

    /// <summary>The first tag that Lever does not take; null when all are fine.</summary>
    public static string? FindForbiddenTag(string html, bool isList)
    {
        var allowed = isList ? ListTags : DescriptionTags;
        return TagPattern()
            .Matches(html)
            .Select(match => match.Groups["name"].Value.ToLowerInvariant())
            .FirstOrDefault(tag => !allowed.Contains(tag));
    }

    /// <summary>The plain text: blocks end lines, tags go, entities are decoded.</summary>
    public static string Strip(string html) =>
        WebUtility.HtmlDecode(TagPattern().Replace(BlockEndPattern().Replace(html, "\n"), "")).Trim();

    [GeneratedRegex(
        "</?(?<name>[A-Za-z][A-Za-z0-9]*)[^>]*>",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex TagPattern();

    [GeneratedRegex(
        "<br[^>]*>|</(div|p|li)>",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex BlockEndPattern();
}
