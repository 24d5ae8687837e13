namespace CiivSoft.LeverSimulator.Generation.Worlds;

/// <summary>What decides a posting. Times are milliseconds since 1970 UTC.</summary>
/// <param name="Number">Its number in the world, from 0; its dice follow from it.</param>
/// <param name="Occupation">Whom it looks for.</param>
/// <param name="Level">1 to <see cref="Occupation.TopLevel"/>.</param>
/// <param name="Town">Of the company's country.</param>
/// <param name="State">One of <see cref="World.PostingStates"/>.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ClosedAt">When it closed; null while it is open.</param>
/// <param name="IsConfidential">Whether only keys with confidential access see it.</param>
/// <param name="Title">Null takes one of the occupation's.</param>
internal sealed record PlannedPosting(
    int Number,
    Occupation Occupation,
    int Level,
    string Town,
    string State,
    long CreatedAt,
    long? ClosedAt = null,
    bool IsConfidential = false,
    string? Title = null
)
{
    public bool TakesApplications =>
        State is World.PostingStates.Published or World.PostingStates.Internal or World.PostingStates.Closed;
}
