using System.Text.RegularExpressions;

namespace CiivSoft.Cli.Tests.Docs;

/// <summary>Links of README and docs lead to files that are there, pictures have words for those who do not see them, and no page is lost.</summary>
public sealed partial class DocumentedLinkTests
{
    private static readonly IReadOnlyList<(string Page, string Target, bool IsPicture, string Text)> Links =
    [
        .. Pages()
            .SelectMany(page =>
                Link()
                    .Matches(File.ReadAllText(page))
                    .Select(m =>
                        (page, m.Groups["target"].Value, m.Groups["picture"].Length > 0, m.Groups["text"].Value)
                    )
            ),
    ];

    [Fact]
    public void A_link_leads_to_a_file_and_a_heading_that_are_there()
    {
        var broken = Links
            .Where(l => !l.Target.Contains("://", StringComparison.Ordinal))
            .Where(l => !Exists(l.Page, l.Target))
            .Select(l => $"{Path.GetRelativePath(Repository.Root, l.Page)}: {l.Target}");

        broken.ShouldBeEmpty();
    }

    [Fact]
    public void Pictures_have_words_and_every_picture_is_shown()
    {
        var pictures = Links.Where(l => l.IsPicture).ToList();

        pictures.ShouldAllBe(p => p.Text.Length > 20);
        Directory
            .GetFiles(Repository.File("docs", "images"))
            .Select(Path.GetFileName)
            .Except(pictures.Select(p => Path.GetFileName(p.Target)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_page_is_linked_from_another()
    {
        var linked = Links.Select(l => Resolve(l.Page, l.Target.Split('#')[0])).ToHashSet();

        Pages()
            .Where(p =>
                p != Repository.File("README.md") && !linked.Contains(p) && !linked.Contains(Path.GetDirectoryName(p)!)
            )
            .Select(p => Path.GetRelativePath(Repository.Root, p))
            .ShouldBeEmpty();
    }

    private static bool Exists(string page, string target)
    {
        var parts = target.Split('#');
        var file = parts[0].Length == 0 ? page : Resolve(page, parts[0]);
        return Path.Exists(file)
            && (
                parts is not [_, var anchor]
                || Heading().Matches(File.ReadAllText(file)).Any(m => Anchor(m.Groups["text"].Value) == anchor)
            );
    }

    // As code hosts make them: lower case, no punctuation, dashes for blanks.
    private static string Anchor(string heading) =>
        string.Concat(
            heading
                .Trim()
                .Select(c => char.ToLowerInvariant(c))
                .Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')
                .Select(c => c == ' ' ? '-' : c)
        );

    private static string Resolve(string page, string target) =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, target)).TrimEnd('/');

    private static IEnumerable<string> Pages() =>
        [
            Repository.File("README.md"),
            .. Directory.GetFiles(Repository.File("docs"), "*.md", SearchOption.AllDirectories),
        ];

    [GeneratedRegex(
        @"(?<picture>!?)\[(?<text>[^\]]*)\]\((?<target>[^)\s]+)\)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Link();

    [GeneratedRegex(
        @"^#+ (?<text>.*)$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Heading();
}
