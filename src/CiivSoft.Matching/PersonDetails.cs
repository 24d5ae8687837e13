namespace CiivSoft.Matching;

/// <summary>What Lever's fields say of a person; it never enters a score, it is removed from the scored text.</summary>
public sealed record PersonDetails
{
    /// <summary>Nothing is known.</summary>
    public static PersonDetails None { get; } = new();

    /// <summary>Full names as recorded, in any script.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>E-mail addresses.</summary>
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>Telephone numbers in any notation.</summary>
    public IReadOnlyList<string> Phones { get; init; } = [];

    /// <summary>Places where the person lives, as recorded ("Chicago, IL").</summary>
    public IReadOnlyList<string> Places { get; init; } = [];
}
