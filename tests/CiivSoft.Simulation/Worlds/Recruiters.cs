using CiivSoft.Simulation.Clockwork;
using CiivSoft.Simulation.Lever;

namespace CiivSoft.Simulation.Worlds;

/// <summary>What people do in Lever while the product works, and often just when it acts.</summary>
internal sealed class Recruiters(SimulatedWorld world, LeverModel model)
{
    private const string User = "a-recruiter";

    private Chance Chance => world.Chance;

    public void Act()
    {
        switch (Chance.Between(0, 20))
        {
            case <= 6:
                Apply();
                break;
            case <= 8:
                OpenPosting();
                break;
            case 9:
                ClosePosting();
                break;
            case <= 12:
                Change(o => o.IsActive, Move);
                break;
            case <= 14:
                Change(o => o.IsActive, o => Population.Archive(model, o, Reason()));
                break;
            case 15:
                Change(o => o.ArchivedMs is not null, o => (o.ArchivedMs, o.ArchiveReason) = (null, null));
                break;
            case 16:
                Change(o => !o.IsAnonymized, o => o.Tags.Add(LeverModel.OptOut));
                break;
            case 17:
                Change(o => true, o => o.DeletedMs = model.NowMs);
                break;
            case 18:
                Anonymise();
                break;
            default:
                AddNote();
                break;
        }
    }

    private string Reason() => Chance.Is(0.2) ? LeverModel.HiredReason : Population.NotHiredReason;

    private void Apply()
    {
        // Lever links nothing to a person who was anonymised.
        var known = model.Contacts.Values.Where(c => !model.Of(c.Id).Any(o => o.IsAnonymized)).ToList();
        var contact = known.Count == 0 || Chance.Is(0.6) ? Population.NewContact(model, Chance) : Chance.Pick(known);
        var opportunity = Population.Apply(model, world, contact, TimeSpan.Zero);
        Note("applied", opportunity.Id, opportunity.PostingId);
        model.Review();
    }

    private void OpenPosting()
    {
        var shut = model.Postings.Values.Where(p => !p.IsOpen).ToList();
        if (shut.Count > 0 && Chance.Is(0.6))
        {
            var posting = Chance.Pick(shut);
            posting.State = "published";
            model.Changed(posting);
            Note("opened", posting.Id);
            return;
        }

        var born = new ModelPosting(model.NewId("p"), Chance.Pick(Enum.GetValues<Trade>()), "published", model.NowMs);
        model.Postings.Add(born.Id, born);
        model.Changed(born);
        Note("opened", born.Id);
    }

    private void ClosePosting()
    {
        var open = model.Postings.Values.Where(p => p.IsOpen).ToList();
        if (open.Count > 0)
        {
            var posting = Chance.Pick(open);
            posting.State = "closed";
            model.Changed(posting);
            Note("closed", posting.Id);
        }
    }

    private void Move(ModelOpportunity opportunity)
    {
        opportunity.StageId = Chance.Pick(model.Stages).Id;
        opportunity.StageChanges.Add((opportunity.StageId, User, model.NowMs));
    }

    private void Change(Func<ModelOpportunity, bool> isWanted, Action<ModelOpportunity> change)
    {
        var found = model
            .Opportunities.Values.Where(o => o is { DeletedMs: null, IsAnonymized: false } && isWanted(o))
            .ToList();
        if (found.Count == 0)
        {
            return;
        }

        // Those that the product is at work on are the interesting ones.
        var newest = found.OrderByDescending(o => o.CreatedMs).ThenBy(o => o.Id, StringComparer.Ordinal).First();
        var opportunity = Chance.Is(0.5) ? newest : Chance.Pick(found);
        change(opportunity);
        model.Changed(opportunity);
        Note(
            "changed",
            opportunity.Id,
            opportunity.StageId,
            opportunity.ArchivedMs is null ? "" : "archived",
            opportunity.DeletedMs is null ? "" : "deleted",
            string.Join(',', opportunity.Tags)
        );
    }

    private void Anonymise()
    {
        if (model.Contacts.Count == 0)
        {
            return;
        }

        var contact = Chance.Pick([.. model.Contacts.Values]);
        foreach (var opportunity in model.Of(contact.Id).ToList())
        {
            opportunity.IsAnonymized = true;
            model.Changed(opportunity);
        }

        Note("anonymised", contact.Id);
    }

    private void AddNote() =>
        Change(
            o => o.IsActive,
            o => o.Notes.Add(new ModelNote(model.NewId("n"), "Called, no answer.", IsOurs: false, world.Timeline.Now))
        );

    private void Note(params string?[] what) => world.Trace.Add("person", string.Join(' ', what));
}
