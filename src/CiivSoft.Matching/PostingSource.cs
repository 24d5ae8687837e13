namespace CiivSoft.Matching;

/// <summary>A posting as it comes from Lever.</summary>
/// <param name="Title">The posting's title; empty when there is none, then a short first line of the text stands in.</param>
/// <param name="Text">Description, requirements and closing as plain text, one paragraph or list item a line.</param>
public sealed record PostingSource(string Title, string Text);
