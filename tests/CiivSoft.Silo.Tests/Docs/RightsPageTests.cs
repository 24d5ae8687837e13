using System.Text.RegularExpressions;
using CiivSoft.Lever;

namespace CiivSoft.Silo.Tests.Docs;

/// <summary>The boxes that a Super Admin is told to tick are those that the product uses.</summary>
public sealed partial class RightsPageTests
{
    private static readonly string Page = Repository.Read("docs", "how-to", "boxes-to-tick.md");

    [Fact]
    public void The_page_lists_every_right_that_is_used_and_no_other() =>
        BoxesIn(Page).ShouldBe(LeverRoute.All.Select(route => route.Right).Distinct(), ignoreOrder: true);

    [Fact]
    public void What_the_help_article_leaves_out_stands_apart()
    {
        string[] extra = [LeverRoute.CreateOpportunity.Right];
        string[] optional = [LeverRoute.ListArchiveReasons.Right, LeverRoute.ArchiveOpportunity.Right];

        BoxesIn(Section("The one box that the article leaves out")).ShouldBe(extra);
        BoxesIn(Section("Two optional boxes, for undo")).ShouldBe(optional);
    }

    private static string Section(string heading) =>
        Page.Split("\n## ").Single(section => section.StartsWith(heading, StringComparison.Ordinal));

    private static IEnumerable<string> BoxesIn(string text) => Row().Matches(text).Select(m => m.Groups["box"].Value);

    [GeneratedRegex(
        @"^\| (?<box>(?:Find|Download|Create|Update|Add) [^|]*?) \|",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Row();
}
