using System.Collections.Immutable;
using CiivSoft.LeverSimulator.World;

namespace CiivSoft.LeverSimulator.Generation.Worlds;

/// <summary>When an opportunity went where.</summary>
/// <param name="Steps">At least one; the last is the stage it is in.</param>
/// <param name="Archived">Null while it is active.</param>
internal sealed record Timeline(ImmutableArray<(Stage Stage, long At)> Steps, Archived? Archived)
{
    public long LastAdvancedAt => Archived?.At ?? Steps[^1].At;
}

/// <summary>Works out timelines in the stages and for the archive reasons that an account has.</summary>
internal sealed class Timelines
{
    private const long Day = 24L * 60 * 60 * 1000;
    private readonly int _seed;
    private readonly long _now;
    private readonly AccountFrame _frame;
    private readonly Dictionary<Candidacy, ImmutableArray<Stage>> _paths;

    public Timelines(int seed, long now, AccountFrame frame)
    {
        (_seed, _now, _frame) = (seed, now, frame);
        var leads = frame.Stages.Where(stage => stage.Pipeline == "lead").ToList();
        var screens = frame.Stages.Where(stage => stage.Pipeline == "screen").ToList();
        var applicant = frame.Stages.Where(stage => stage.Id == WorldDefaults.ApplicantNew).Take(1).ToList();
        var onSite = frame.Stages.Where(stage => stage.Pipeline == "onsite").Take(1).ToList();
        var offer = frame.Stages.Where(stage => stage.Pipeline == "offer").Take(1).ToList();
        ImmutableArray<Stage> screened = [.. applicant, .. screens.Take(1)];
        ImmutableArray<Stage> interviewed = [.. applicant, .. screens.Take(2)];
        ImmutableArray<Stage> seen = [.. interviewed, .. onSite];
        _paths = new Dictionary<Candidacy, ImmutableArray<Stage>>
        {
            [Candidacy.Lead] = [.. leads.Take(1)],
            [Candidacy.LeadContacted] = [.. leads.Take(2)],
            [Candidacy.NewApplicant] = [.. applicant],
            [Candidacy.Screen] = screened,
            [Candidacy.Interview] = interviewed,
            [Candidacy.OnSite] = seen,
            [Candidacy.Offer] = [.. seen, .. offer],
            [Candidacy.RejectedAtOnce] = [.. applicant],
            [Candidacy.RejectedLate] = interviewed,
            [Candidacy.Withdrew] = screened,
            [Candidacy.PositionClosed] = [.. applicant],
            [Candidacy.Hired] = [.. seen, .. offer],
        };
    }

    public Timeline Create(int number, PlannedOpportunity planned)
    {
        var dice = Dice.For(_seed, "timeline", number);
        var path = _paths[planned.Candidacy];
        var reason = ReasonFor(planned.Candidacy);

        // Steps shrink for what came in lately, so that nothing lies in the future.
        var step = Math.Min(9 * Day, (_now - planned.CreatedAt) / (path.Length + 1));
        var at = planned.CreatedAt;
        var steps = ImmutableArray.CreateBuilder<(Stage, long)>(path.Length);
        foreach (var stage in path)
        {
            steps.Add((stage, at));
            at += dice.Next((step / 3) + 1, step + 2);
        }

        return new Timeline(steps.MoveToImmutable(), reason is null ? null : new Archived(reason, Math.Min(at, _now)));
    }

    private string? ReasonFor(Candidacy candidacy)
    {
        var text = candidacy switch
        {
            Candidacy.Hired => "Hired",
            Candidacy.Withdrew => "Withdrew",
            Candidacy.PositionClosed => "Position closed",
            Candidacy.RejectedAtOnce or Candidacy.RejectedLate => "Underqualified",
            _ => null,
        };
        if (text is null)
        {
            return null;
        }

        var reasons = _frame.ArchiveReasons;
        var found =
            reasons.FirstOrDefault(reason => string.Equals(reason.Text, text, StringComparison.OrdinalIgnoreCase))
            ?? reasons.First(reason => reason.IsHired == (candidacy == Candidacy.Hired));
        return found.Id;
    }
}
