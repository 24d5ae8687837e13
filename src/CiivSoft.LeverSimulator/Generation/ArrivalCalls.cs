using System.Collections.Immutable;
using CiivSoft.LeverSimulator.Administration;
using CiivSoft.LeverSimulator.Api;
using CiivSoft.LeverSimulator.Changes;
using CiivSoft.LeverSimulator.Hosting;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Generation;

/// <summary>
/// <c>POST /_sim/world/arrivals</c> <c>{postings, applications, posting, quality}</c>: made-up postings open and made-up people apply.
/// Applications go to <c>posting</c>, else round the open postings; <c>quality</c> is <c>strong</c>, <c>partial</c> or <c>wrong</c>,
/// else a mixture. Nothing given is one application.
/// </summary>
internal sealed class ArrivalCalls(Simulator simulator)
{
    private const int MaxAtOnce = 1000;
    private readonly Arrivals _arrivals = new(simulator.Seed);
    private readonly ActHistory _history = new(simulator);
    private readonly Dice _dice = Dice.For(simulator.Seed, "arrivals", 0);
    private int _turn;

    public Answer Add(IReadOnlyList<BodyFields> bodies) => _history.Perform("world/arrivals", bodies, Arrive);

    // Called with the world's gate held, so that one arrival follows the other.
    private List<Effect> Arrive(BodyFields body)
    {
        var postings = ReadCount(body, "postings") ?? 0;
        var applications = ReadCount(body, "applications") ?? (postings > 0 ? 0 : 1);
        var target = body.GetText("posting") is { } id ? FindPosting(body, id) : null;
        var quality = ReadQuality(body);
        var effects = new List<Effect>();
        for (var number = 0; number < postings; number++)
        {
            if (PostingChanges.Put(simulator.World, _arrivals.GeneratePosting(simulator.World)) is { } effect)
            {
                effects.Add(effect);
            }
        }

        for (var number = 0; number < applications; number++)
        {
            effects.AddRange(Apply(target ?? NextPosting(body), quality ?? DrawQuality()));
        }

        return effects;
    }

    private ImmutableArray<Effect> Apply(Posting posting, Quality quality)
    {
        var arrival = _arrivals.GenerateApplicant(simulator.World, posting, quality);
        var applicant = new Applicant
        {
            Contact = arrival.Contact,
            Company = arrival.Company,
            Documents = arrival.Documents,
        };
        return OpportunityCreation.Apply(simulator.World, posting, applicant).Effects;
    }

    private Posting FindPosting(BodyFields body, string id) =>
        simulator.World.Account.FindPosting(id) is { IsOpen: true } posting
            ? posting
            : throw body.Refuse("There is no such open posting", "posting");

    private Posting NextPosting(BodyFields body)
    {
        var open = simulator
            .World.Account.Postings.Where(posting => posting.IsOpen && !posting.IsConfidential)
            .OrderByDescending(posting => posting.CreatedAt)
            .ThenBy(posting => posting.Id, StringComparer.Ordinal)
            .ToList();
        return open.Count > 0 ? open[_turn++ % open.Count] : throw body.Refuse("No posting is open", "applications");
    }

    private Quality DrawQuality() => (Quality)_dice.PickWeighted([0.5, 0.2, 0.3]);

    private static Quality? ReadQuality(BodyFields body) =>
        body.GetText("quality") switch
        {
            null => null,
            "strong" => Quality.Strong,
            "partial" => Quality.Partial,
            "wrong" => Quality.Wrong,
            _ => throw body.Refuse("quality must be strong, partial or wrong", "quality"),
        };

    private static int? ReadCount(BodyFields body, string name) =>
        body.GetNumber(name) switch
        {
            null => null,
            >= 0 and <= MaxAtOnce and var count => (int)count,
            _ => throw body.Refuse($"{name} must be from 0 to {MaxAtOnce}", name),
        };
}
