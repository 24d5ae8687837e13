using CiivSoft.Documents;
using CiivSoft.Storage.Mirror;

namespace CiivSoft.Grains.Candidates;

/// <summary>What looking for a person's résumé came to.</summary>
internal abstract record ResumeFetch
{
    private ResumeFetch() { }

    /// <summary>A right for files that the key lacks, so that they were not looked at; null when it lacks none.</summary>
    public string? MissingRight { get; init; }

    /// <summary>The newest that can be judged is the one that was read before.</summary>
    public sealed record Unchanged : ResumeFetch;

    /// <summary>Text that can be judged.</summary>
    /// <param name="Path">Lever's ids, <c>opportunity/resume</c>.</param>
    /// <param name="Text">The text.</param>
    /// <param name="Source"><c>file</c> or <c>parsed</c>.</param>
    /// <param name="Warnings">What the reader found odd.</param>
    public sealed record Found(string Path, string Text, string Source, IReadOnlyList<DocumentWarning> Warnings)
        : ResumeFetch;

    /// <summary>There is a file that gives no text.</summary>
    /// <param name="Path">Lever's ids, <c>opportunity/resume</c>.</param>
    /// <param name="Status">Why.</param>
    /// <param name="Reason">In words, without words of the document.</param>
    public sealed record Unreadable(string Path, ResumeStatus Status, string Reason) : ResumeFetch;

    /// <summary>Lever has none, or is still working on it.</summary>
    /// <param name="IsProcessing">Whether there is one that Lever still works on.</param>
    public sealed record NotYet(bool IsProcessing) : ResumeFetch;
}
