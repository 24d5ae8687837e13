using System.Collections.Immutable;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Changes;

/// <summary>Tags and sources of an opportunity. Those that are there already change nothing, not even a time.</summary>
internal static class LabelChanges
{
    public static Effect? AddTags(SimulatedWorld world, int number, ImmutableArray<string> tags) =>
        Change(world, number, EffectKinds.TagsAdded, opportunity => opportunity.Tags, Add(tags), WithTags);

    public static Effect? RemoveTags(SimulatedWorld world, int number, ImmutableArray<string> tags) =>
        Change(world, number, EffectKinds.TagsRemoved, opportunity => opportunity.Tags, Remove(tags), WithTags);

    public static Effect? AddSources(SimulatedWorld world, int number, ImmutableArray<string> sources) =>
        Change(world, number, EffectKinds.SourcesAdded, opportunity => opportunity.Sources, Add(sources), WithSources);

    public static Effect? RemoveSources(SimulatedWorld world, int number, ImmutableArray<string> sources) =>
        Change(
            world,
            number,
            EffectKinds.SourcesRemoved,
            opportunity => opportunity.Sources,
            Remove(sources),
            WithSources
        );

    private static Effect? Change(
        SimulatedWorld world,
        int number,
        string kind,
        Func<Opportunity, ImmutableArray<string>> read,
        Func<ImmutableArray<string>, ImmutableArray<string>> change,
        Func<Opportunity, ImmutableArray<string>, Opportunity> write
    )
    {
        var opportunity = world.GetOpportunity(number);
        var before = read(opportunity);
        var after = change(before);
        if (after.Length == before.Length)
        {
            return null;
        }

        world.ReplaceOpportunity(number, write(opportunity, after) with { UpdatedAt = world.Clock.Now });
        ImmutableArray<string> changed = [.. after.Except(before), .. before.Except(after)];
        return CandidacyChanges.Describe(world, kind, opportunity) with { Values = changed };
    }

    private static Opportunity WithTags(Opportunity opportunity, ImmutableArray<string> tags) =>
        opportunity with
        {
            Tags = tags,
        };

    private static Opportunity WithSources(Opportunity opportunity, ImmutableArray<string> sources) =>
        opportunity with
        {
            Sources = sources,
        };

    private static Func<ImmutableArray<string>, ImmutableArray<string>> Add(ImmutableArray<string> added) =>
        before => [.. before, .. added.Where(label => label.Length > 0).Except(before)];

    private static Func<ImmutableArray<string>, ImmutableArray<string>> Remove(ImmutableArray<string> removed) =>
        before => [.. before.Where(label => !removed.Contains(label))];
}
