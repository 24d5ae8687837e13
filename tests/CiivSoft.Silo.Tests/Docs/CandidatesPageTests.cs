using CiivSoft.Matching.Redaction;

namespace CiivSoft.Silo.Tests.Docs;

/// <summary>What candidates are told of their data is true.</summary>
public sealed class CandidatesPageTests
{
    private static readonly string Page = Repository.Read("docs", "explanation", "candidates.md");

    [Fact]
    public void The_page_lists_everything_that_is_taken_out_of_a_résumé_and_nothing_else()
    {
        var rows = Page.Split("## What is never used")[1]
            .Split("\n\n")
            .First(part => part.StartsWith("| taken out", StringComparison.Ordinal))
            .Split('\n')
            .Skip(2)
            .Select(row => row.Split('|')[1].Trim());

        rows.ShouldBe(Enum.GetValues<RedactionKind>().Where(k => k != RedactionKind.None).Select(Words));
    }

    private static string Words(RedactionKind kind) =>
        kind switch
        {
            RedactionKind.Name => "your name",
            RedactionKind.Email => "e-mail address",
            RedactionKind.Phone => "phone number",
            RedactionKind.Link => "web address",
            RedactionKind.Address => "address",
            RedactionKind.Photo => "photo",
            RedactionKind.Age => "age",
            RedactionKind.Gender => "gender",
            RedactionKind.Family => "family",
            RedactionKind.Origin => "origin",
            RedactionKind.GraduationYear => "year of study",
            _ => $"{kind}: to be told on the page",
        };
}
