using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.RecruiterView;

/// <summary>One opportunity as a card shows it.</summary>
internal sealed record Card(
    Opportunity Opportunity,
    Contact Contact,
    Posting? Posting,
    int Notes,
    string? ArchiveReason
);
