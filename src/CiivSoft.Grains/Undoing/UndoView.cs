using CiivSoft.Lever.Resources;

namespace CiivSoft.Grains.Undoing;

/// <summary>What undoing an action rests on, as Lever shows it now.</summary>
/// <param name="Seen">The opportunity; null when it is gone or hidden.</param>
/// <param name="Notes">Its notes.</param>
/// <param name="OurRefs">Refs of these notes that are recorded here.</param>
/// <param name="TaggedAt">When our own tag was put on it; null when none was.</param>
internal sealed record UndoView(
    LeverOpportunity? Seen,
    IReadOnlyList<LeverNote> Notes,
    IReadOnlySet<string> OurRefs,
    DateTimeOffset? TaggedAt
);
