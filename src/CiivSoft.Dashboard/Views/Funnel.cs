using System.Text.Json;
using CiivSoft.Storage.Decisions;

namespace CiivSoft.Dashboard.Views;

/// <summary>An ARKiiVE run, from everybody who was searched to the leads.</summary>
/// <param name="Run">1 for the first.</param>
/// <param name="Cause">In words.</param>
/// <param name="At">When.</param>
/// <param name="Steps">From wide to narrow.</param>
public sealed record Funnel(int Run, string Cause, DateTimeOffset At, IReadOnlyList<FunnelStep> Steps)
{
    /// <summary>Of a stored run.</summary>
    internal static Funnel Of(ArkiiveRunRow run)
    {
        var excluded = Excluded(run.ExcludedJson);
        var left = excluded.Sum(e => e.Count);
        return new Funnel(
            run.Run,
            run.Cause switch
            {
                "opened" => "the posting opened",
                "sync-complete" => "everybody in the account was known",
                "on-demand" => "somebody asked for it",
                "refill" => "a place was free again",
                var other => other,
            },
            run.DecidedAt,
            [
                new FunnelStep("searched", run.Searched, IsPart: false),
                new FunnelStep("nearest, looked at", run.Scored + left, IsPart: false),
                .. excluded.OrderByDescending(e => e.Count).Select(e => e with { Name = $"left out: {e.Name}" }),
                new FunnelStep("eligible, compared in full", run.Scored, IsPart: false),
                new FunnelStep("at or above the bar", run.AboveBar, IsPart: false),
                new FunnelStep("leads", run.Leads, IsPart: false),
            ]
        );
    }

    private static List<FunnelStep> Excluded(string json)
    {
        try
        {
            return JsonSerializer
                    .Deserialize<Dictionary<string, long>>(json)
                    ?.Select(e => new FunnelStep(AsWords(e.Key), e.Value, IsPart: true))
                    .ToList()
                ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    // A name of the program's, for example AlreadyOnPosting.
    private static string AsWords(string name) =>
        string.Concat(
            name.Select((c, i) => char.IsUpper(c) ? $"{(i > 0 ? " " : "")}{char.ToLowerInvariant(c)}" : $"{c}")
        );
}

/// <summary>One step of a funnel.</summary>
/// <param name="Name">In words.</param>
/// <param name="Count">People.</param>
/// <param name="IsPart">Whether it says who was left out between two steps.</param>
public sealed record FunnelStep(string Name, long Count, bool IsPart);
