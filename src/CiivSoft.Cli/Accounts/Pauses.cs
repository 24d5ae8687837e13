using System.Collections.Immutable;
using CiivSoft.Abstractions;
using CiivSoft.Abstractions.Accounts;
using CiivSoft.Cli.Explanations;

namespace CiivSoft.Cli.Accounts;

/// <summary>Pauses in words.</summary>
internal static class Pauses
{
    /// <summary>What a pause covers.</summary>
    public static string Name(PauseScope scope) =>
        scope switch
        {
            { Solution: null, PostingId: null } => "everything",
            { Solution: { } solution, PostingId: null } => Wording.Name(solution),
            { Solution: null, PostingId: { } posting } => $"posting {posting}",
            { Solution: { } solution, PostingId: { } posting } => $"{Wording.Name(solution)} for posting {posting}",
        };

    /// <summary>What several cover.</summary>
    public static string Names(IEnumerable<PauseScope> scopes) => string.Join(", ", scopes.Select(Name));

    /// <summary>Whether nothing at all is written.</summary>
    public static bool CoverAll(ImmutableArray<PauseScope> scopes) =>
        !scopes.IsDefaultOrEmpty && scopes.Contains(new PauseScope(null, null));

    /// <summary>The options that name the scope, each after a space; empty for everything.</summary>
    public static string Options(PauseScope scope) =>
        (scope.Solution is { } solution ? $" --solution {Wording.Name(solution)}" : "")
        + (scope.PostingId is { } posting ? $" --posting {posting}" : "");

    /// <summary>A solution by its name in any case; null for anything else.</summary>
    public static Solution? Parse(string text) =>
        text.ToUpperInvariant() switch
        {
            "ARKIIVE" => Solution.Arkiive,
            "FIILTER" => Solution.Fiilter,
            "REFIINE" => Solution.Refiine,
            _ => null,
        };
}
