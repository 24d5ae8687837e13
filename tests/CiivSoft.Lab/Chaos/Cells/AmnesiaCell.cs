using System.Text.Json.Nodes;
using CiivSoft.Lab.Programs;

namespace CiivSoft.Lab.Chaos.Cells;

internal sealed class AmnesiaCell : ChaosCell
{
    public override string Name => "amnesia";

    public override string Does => "the database is dropped in the middle of the work, and the account connected anew";

    // What was sent before the database was lost has no row in the new one.
    private static readonly string[] Lost = ["no-intent", "sent-before-intent", "unrecorded-lead", "unrecorded-note"];

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellationToken)
    {
        await Task.Delay(stage.Plan.Lasts / 2, TimeProvider.System, cancellationToken);
        stage.Supervisor.IsOff = true;
        foreach (var silo in stage.Silos)
        {
            silo.Crash();
        }

        await DropDatabaseAsync(stage.Cluster, cancellationToken);
        var before = await LastAsync(stage.Lever, cancellationToken);
        stage.Excuse = f => IsOfBefore(f, before);
        await stage.SayAsync("the database is gone");
        await stage.Cluster.MigrateAsync(LabPlace.Here, cancellationToken);
        stage.Supervisor.IsOff = false;
        await LabSilo.UntilAsync(
            () => stage.Front.ConnectAsync(stage.Lever, stage.Plan.Rate, cancellationToken),
            stage.Plan.Patience,
            cancellationToken
        );
        await stage.SayAsync("the account is connected again");
        var known = before.Marks.Count;
        stage.Figures.Add($"{known} leads and notes of ours were in Lever when the database was lost");
    }

    private static async Task DropDatabaseAsync(LabCluster cluster, CancellationToken cancellationToken)
    {
        await using (var owner = await Sessions.OpenAsOwnerAsync(cluster, cancellationToken))
        {
            await Sessions.RunAsync(owner, $"drop database {LabCluster.DatabaseName} with (force)", cancellationToken);
        }

        await cluster.Database.CreateDatabaseAsync(LabCluster.DatabaseName);
    }

    private static async Task<Before> LastAsync(LabSimulator lever, CancellationToken cancellationToken)
    {
        var history = await lever.GetHistoryAsync(after: 0, cancellationToken);
        var marks = history
            .SelectMany(e => e["effects"]!.AsArray())
            .Select(e =>
                e!["kind"]!.GetValue<string>() switch
                {
                    "note.created" => e["note"]!.GetValue<string>(),
                    "opportunity.created" => e["opportunity"]!.GetValue<string>(),
                    _ => null,
                }
            )
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return new Before(history.Count == 0 ? 0 : history[^1]["seq"]!.GetValue<long>(), marks);
    }

    private static bool IsOfBefore(JsonNode finding, Before before)
    {
        var sequences = finding["sequences"]!.AsArray().Select(s => s!.GetValue<long>()).ToList();
        return Lost.Contains(finding["code"]!.GetValue<string>())
            && (
                sequences.Count > 0
                    ? sequences.TrueForAll(s => s <= before.Sequence)
                    : finding["ids"]!
                        .AsArray()
                        .Any(id => id is not null && before.Marks.Contains(id.GetValue<string>()))
            );
    }

    // The history's last number, and the ids of notes and opportunities that were made until then.
    private sealed record Before(long Sequence, HashSet<string> Marks);
}
