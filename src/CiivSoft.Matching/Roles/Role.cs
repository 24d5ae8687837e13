namespace CiivSoft.Matching.Roles;

/// <summary>A job that a résumé names, most recent first in its list.</summary>
/// <param name="Title">The title as written, without dates, employer and place.</param>
/// <param name="Start">Where the title begins in the résumé's text, in characters.</param>
/// <param name="Length">How many characters of the text it takes.</param>
public sealed record Role(string Title, int Start, int Length);
