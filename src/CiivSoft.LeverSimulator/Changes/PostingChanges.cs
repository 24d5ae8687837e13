using System.Collections.Immutable;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Changes;

internal static class PostingChanges
{
    /// <summary>Makes a posting, or puts a new state in the place of the one before; then its opportunities get its new tags.</summary>
    public static Effect? Put(SimulatedWorld world, Posting posting)
    {
        var before = world.Account.FindPosting(posting.Id);
        if (before == posting)
        {
            return null;
        }

        world.Account.PutPosting(posting);
        if (before is null)
        {
            return new Effect(EffectKinds.PostingCreated) { PostingId = posting.Id, To = posting.State };
        }

        var (oldTags, newTags) = (before.InheritedTags(), posting.InheritedTags());
        if (!oldTags.SequenceEqual(newTags))
        {
            Retag(world, posting.Id, oldTags, newTags);
        }

        return new Effect(EffectKinds.PostingUpdated)
        {
            PostingId = posting.Id,
            From = before.State,
            To = posting.State,
        };
    }

    private static void Retag(
        SimulatedWorld world,
        string postingId,
        ImmutableArray<string> oldTags,
        ImmutableArray<string> newTags
    )
    {
        foreach (var number in world.GetOpportunityNumbers())
        {
            var opportunity = world.GetOpportunity(number);
            if (opportunity.PostingId == postingId)
            {
                ImmutableArray<string> own = [.. opportunity.Tags.Except(oldTags)];
                ImmutableArray<string> tags = [.. own, .. newTags.Except(own)];
                world.ReplaceOpportunity(number, opportunity with { Tags = tags, UpdatedAt = world.Clock.Now });
            }
        }
    }
}
