using CiivSoft.Matching.Roles;
using CiivSoft.Storage.Activity;
using CiivSoft.Storage.Mirror;
using CiivSoft.Storage.Resumes;

namespace CiivSoft.Grains.Candidates;

/// <summary>What looking for a person's résumé changed.</summary>
/// <param name="Contact">The contact's new row; the same object when nothing changed.</param>
internal sealed record ResumeStep(ContactRow Contact)
{
    /// <summary>The résumé just read, as the engine reads it; null when none was.</summary>
    public ResumeProfile? Profile { get; init; }

    public ResumeRecord? Resume { get; init; }

    public VectorRecord? Vector { get; init; }

    /// <summary>When to look again, before anything is decided; null when there is nothing to wait for.</summary>
    public DateTimeOffset? LookAgainAt { get; init; }

    /// <summary>A right that the key lacks and that looking could do without; null when it lacks none.</summary>
    public string? MissingRight { get; init; }

    public IReadOnlyList<ActivityRow> Activity { get; init; } = [];
}
