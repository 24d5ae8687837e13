namespace CiivSoft.Matching;

/// <summary>A résumé as text, and what is known of the person from elsewhere.</summary>
/// <param name="Text">The résumé in reading order, hidden text already removed.</param>
/// <param name="Person">Used only to remove these details from the scored text.</param>
public sealed record ResumeSource(string Text, PersonDetails Person)
{
    /// <summary>
    /// The vector that this very text once got from the same model, so that preparing need not ask a service again; empty for
    /// none. Reading does not look at it.
    /// </summary>
    public ReadOnlyMemory<float> Vector { get; init; }
}
