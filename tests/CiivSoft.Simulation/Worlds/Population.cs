using CiivSoft.Simulation.Clockwork;
using CiivSoft.Simulation.Lever;

namespace CiivSoft.Simulation.Worlds;

/// <summary>Who and what is in an account before the product is connected.</summary>
internal static class Population
{
    public const string NotHiredReason = "other-reason";

    public static void Fill(LeverModel model, SimulatedWorld world)
    {
        var chance = world.Chance;
        for (var i = 0; i < world.Setting.Postings; i++)
        {
            var state = chance.Is(0.7) ? "published" : chance.Pick(["internal", "draft", "closed"]);
            var createdMs =
                model.NowMs - (long)chance.Between(TimeSpan.FromDays(1), TimeSpan.FromDays(90)).TotalMilliseconds;
            var posting = new ModelPosting(model.NewId("p"), chance.Pick(Enum.GetValues<Trade>()), state, createdMs);
            model.Postings.Add(posting.Id, posting);
        }

        for (var i = 0; i < world.Setting.People; i++)
        {
            var contact = NewContact(model, chance);
            for (var n = chance.Between(1, 3); n > 0; n--)
            {
                var age = chance.Between(TimeSpan.FromMinutes(1), TimeSpan.FromDays(chance.Is(0.5) ? 20 : 300));
                var opportunity = Apply(model, world, contact, age);
                if (chance.Is(0.4))
                {
                    Archive(model, opportunity, chance.Is(0.1) ? LeverModel.HiredReason : NotHiredReason);
                }
                else if (chance.Is(0.2))
                {
                    opportunity.StageId = chance.Pick(model.Stages).Id;
                }
            }
        }

        model.Review();
    }

    /// <summary>A new person, now and then one who was there before under the same address.</summary>
    public static ModelContact NewContact(LeverModel model, Chance chance)
    {
        var id = model.NewId("c");
        var twin = model.Contacts.Count > 0 && chance.Is(0.15) ? chance.Pick([.. model.Contacts.Values]) : null;
        var contact = new ModelContact(
            id,
            twin?.Email ?? $"person{model.Contacts.Count}@quill.example",
            twin?.Trade ?? chance.Pick(Enum.GetValues<Trade>())
        );
        model.Contacts.Add(id, contact);
        return contact;
    }

    /// <summary>Somebody applies, or is brought in without a posting.</summary>
    public static ModelOpportunity Apply(LeverModel model, SimulatedWorld world, ModelContact contact, TimeSpan age)
    {
        var chance = world.Chance;
        var posting = chance.Is(0.9) ? chance.Pick([.. model.Postings.Values]) : null;
        var id = model.NewId("o");
        var opportunity = new ModelOpportunity(id, contact.Id, model.NowMs - (long)age.TotalMilliseconds)
        {
            PostingId = posting?.Id,
            ApplicationId = posting is null ? null : id + "-a",
            StageId = posting is null ? LeverModel.NewLead : LeverModel.NewApplicant,
            Origin = posting is null ? "sourced" : "applied",
            ResumeAt = world.Timeline.Now + (chance.Is(0.15) ? chance.Seconds(1, 200).Ticks : 0),
            ListedAt = world.Timeline.Now + (age < TimeSpan.FromSeconds(1) ? world.Faults.ListLag().Ticks : 0),
        };
        model.Opportunities.Add(id, opportunity);
        return opportunity;
    }

    public static void Archive(LeverModel model, ModelOpportunity opportunity, string reason)
    {
        opportunity.ArchivedMs = model.NowMs;
        opportunity.ArchiveReason = reason;
    }
}
