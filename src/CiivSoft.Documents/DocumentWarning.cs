namespace CiivSoft.Documents;

/// <summary>One finding about a document.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Detail">How it was done, for example <c>white on white</c>; never words of the document.</param>
/// <param name="Count">How many: characters of hidden text, else occurrences. At least 1.</param>
public sealed record DocumentWarning(DocumentWarningKind Kind, string Detail, int Count);
