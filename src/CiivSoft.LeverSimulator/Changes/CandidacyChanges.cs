using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Changes;

/// <summary>Changes of one opportunity, with the side effects on its times that Lever has. Null means: nothing changed.</summary>
internal static class CandidacyChanges
{
    /// <param name="world">Whose gate the caller holds.</param>
    /// <param name="number">The opportunity.</param>
    /// <param name="stageId">A stage that exists.</param>
    /// <param name="userId">Who did it; null for the system.</param>
    public static Effect? MoveToStage(SimulatedWorld world, int number, string stageId, string? userId)
    {
        var opportunity = world.GetOpportunity(number);
        if (opportunity.StageId == stageId)
        {
            return null;
        }

        var now = world.Clock.Now;
        var details = world.GetDetails(number, opportunity);
        var change = new StageChange(stageId, world.Account.IndexOfStage(stageId), now, userId);
        world.ReplaceOpportunity(
            number,
            opportunity with
            {
                StageId = stageId,
                LastAdvancedAt = now,
                LastInteractionAt = now,
                UpdatedAt = now + 1,
                Details = details with { StageChanges = details.StageChanges.Add(change) },
            }
        );
        return Describe(world, EffectKinds.StageChanged, opportunity) with { From = opportunity.StageId, To = stageId };
    }

    /// <summary>Archives an active opportunity, or changes the reason of an archived one.</summary>
    public static Effect? Archive(SimulatedWorld world, int number, string reasonId, long? archivedAt = null)
    {
        var opportunity = world.GetOpportunity(number);
        if (opportunity.Archived?.Reason == reasonId)
        {
            return null;
        }

        var now = world.Clock.Now;
        var at = archivedAt ?? now;
        world.ReplaceOpportunity(
            number,
            opportunity.Archived is { } archived
                ? opportunity with
                {
                    Archived = archived with { Reason = reasonId },
                    UpdatedAt = now + 1,
                }
                : opportunity with
                {
                    Archived = new Archived(reasonId, at),
                    LastAdvancedAt = at,
                    LastInteractionAt = now,
                    UpdatedAt = now + 1,
                }
        );
        return Describe(world, EffectKinds.OpportunityArchived, opportunity) with
        {
            From = opportunity.Archived?.Reason,
            To = reasonId,
        };
    }

    public static Effect? Unarchive(SimulatedWorld world, int number)
    {
        var opportunity = world.GetOpportunity(number);
        if (opportunity.Archived is not { } archived)
        {
            return null;
        }

        var now = world.Clock.Now;
        world.ReplaceOpportunity(
            number,
            opportunity with
            {
                Archived = null,
                LastInteractionAt = now,
                UpdatedAt = now + 1,
            }
        );
        return Describe(world, EffectKinds.OpportunityUnarchived, opportunity) with { From = archived.Reason };
    }

    /// <param name="world">Whose gate the caller holds.</param>
    /// <param name="number">The opportunity.</param>
    /// <param name="until">Null wakes it up.</param>
    public static Effect? Snooze(SimulatedWorld world, int number, long? until)
    {
        var opportunity = world.GetOpportunity(number);
        if (opportunity.SnoozedUntil == until)
        {
            return null;
        }

        world.ReplaceOpportunity(number, opportunity with { SnoozedUntil = until, UpdatedAt = world.Clock.Now });
        return Describe(world, EffectKinds.OpportunitySnoozed, opportunity);
    }

    public static Effect? MakeConfidential(SimulatedWorld world, int number)
    {
        var opportunity = world.GetOpportunity(number);
        if (opportunity.IsConfidential)
        {
            return null;
        }

        world.ReplaceOpportunity(number, opportunity with { IsConfidential = true, UpdatedAt = world.Clock.Now });
        return Describe(world, EffectKinds.OpportunityConfidential, opportunity);
    }

    public static Effect Delete(SimulatedWorld world, int number, string userId)
    {
        var opportunity = world.GetOpportunity(number);
        world.DeleteOpportunity(number, userId);
        return Describe(world, EffectKinds.OpportunityDeleted, opportunity);
    }

    public static Effect Describe(SimulatedWorld world, string kind, Opportunity opportunity) =>
        new(kind)
        {
            OpportunityId = opportunity.Id.ToString(),
            ContactId = world.GetContact(opportunity.ContactNumber).Id.ToString(),
            PostingId = opportunity.PostingId,
        };
}
