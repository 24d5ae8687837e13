namespace CiivSoft.Abstractions.Undoing;

/// <summary>What is undone: one action, all that was done for a posting, or all of a run. Exactly one of the three.</summary>
[GenerateSerializer, Immutable]
[Alias("ciivsoft.UndoScope")]
public sealed record UndoScope
{
    /// <summary>An effect's id, or the Ref of a note that came with it, with or without <c>Ref </c>.</summary>
    [Id(0)]
    public string? Action { get; init; }

    /// <summary>Lever's id of a posting: moves of its applications and leads on it.</summary>
    [Id(1)]
    public string? PostingId { get; init; }

    /// <summary>A run's name, <c>POSTING/NUMBER</c> for ARKiiVE, <c>scan:TIME</c> for a scan; see <see cref="RunName"/>.</summary>
    [Id(2)]
    public string? Run { get; init; }

    /// <summary>One action.</summary>
    public static UndoScope OfAction(string action) => new() { Action = action };

    /// <summary>A posting.</summary>
    public static UndoScope OfPosting(string postingId) => new() { PostingId = postingId };

    /// <summary>A run.</summary>
    public static UndoScope OfRun(string run) => new() { Run = run };
}
