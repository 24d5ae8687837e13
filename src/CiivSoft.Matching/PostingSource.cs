using CiivSoft.Matching.Requirements;

namespace CiivSoft.Matching;

/// <summary>A posting as it comes from Lever, with what people made of its requirements.</summary>
/// <param name="Title">The posting's title; empty when there is none, then a short first line of the text stands in.</param>
/// <param name="Text">Description, requirements and closing as plain text, one paragraph or list item a line.</param>
public sealed record PostingSource(string Title, string Text)
{
    /// <summary>
    /// Requirements as people edited them; null where nobody did. Of them only the credentials by law count for the score:
    /// those that are required bar, in place of what title and text require.
    /// </summary>
    public RequirementList? Edited { get; init; }
}
