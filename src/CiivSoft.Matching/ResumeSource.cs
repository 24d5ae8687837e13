namespace CiivSoft.Matching;

/// <summary>A résumé as text, and what is known of the person from elsewhere.</summary>
/// <param name="Text">The résumé in reading order, hidden text already removed.</param>
/// <param name="Person">Used only to remove these details from the scored text.</param>
public sealed record ResumeSource(string Text, PersonDetails Person);
