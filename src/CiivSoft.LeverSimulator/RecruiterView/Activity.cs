using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.RecruiterView;

/// <summary>What happened to an opportunity, as far as its record tells.</summary>
internal sealed class Activity(SimulatedWorld world)
{
    private readonly PipelineReader _reader = new(world);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ActivityLine> Of(Opportunity opportunity, OpportunityDetails details)
    {
        var lines = new List<ActivityLine>();
        for (var index = 0; index < details.StageChanges.Length; index++)
        {
            lines.Add(Describe(details.StageChanges[index], index == 0, opportunity));
        }

        foreach (var note in details.Notes)
        {
            lines.Add(new ActivityLine(note.CreatedAt, "note", "wrote a note", UserName(note.UserId)));
        }

        if (opportunity.Archived is { } archived)
        {
            var text = $"archived: {_reader.ReasonOf(archived)}";
            lines.Add(new ActivityLine(archived.At, "archived", text, UserName(opportunity.OwnerId)));
        }

        lines.Reverse();
        return [.. lines.OrderByDescending(line => line.At)];
    }

    public string? UserName(string? id) => id is null ? null : world.Account.FindUser(id)?.Name ?? id;

    private ActivityLine Describe(StageChange change, bool isFirst, Opportunity opportunity)
    {
        var stage = _reader.StageText(change.ToStageId);
        var (kind, text) =
            !isFirst ? ("stage", $"moved to {stage}")
            : change.UserId is null ? ("created", "applied")
            : ("created", $"added as {stage} ({string.Join(", ", opportunity.Sources)})");
        return new ActivityLine(change.UpdatedAt, kind, text, UserName(change.UserId));
    }
}
