using CiivSoft.Abstractions.Keys;
using CiivSoft.Simulation.Judging;
using CiivSoft.Simulation.Worlds;

namespace CiivSoft.Simulation.Lever;

/// <summary>One Lever account with its address, its API and those who watch it.</summary>
internal sealed class LeverSite
{
    public static readonly string[] Names = ["alfa", "beta"];

    private readonly SimulatedWorld _world;

    public LeverSite(SimulatedWorld world, string name)
    {
        _world = world;
        Name = name;
        Account = new AccountKey(name);
        Model = new LeverModel(world, name);
        Judge = new WriteJudge(world);
        Api = new LeverApi(world, Model, Judge);
        Budget = new RateWatch(world, name);
    }

    public string Name { get; }

    public string Host => $"{Name}.lever.test";

    public AccountKey Account { get; }

    public LeverModel Model { get; }

    public LeverApi Api { get; }

    public WriteJudge Judge { get; }

    public RateWatch Budget { get; }

    /// <summary>A request leaves for this account.</summary>
    public void Sent(LeverRequest request)
    {
        Budget.Sent();
        foreach (var other in Names.Where(n => n != Name))
        {
            var foreign = other + "-";
            if (
                request.Line.Contains(foreign, StringComparison.Ordinal)
                || request.Body.Contains(foreign, StringComparison.Ordinal)
                || request.Key.Contains(foreign, StringComparison.Ordinal)
                || request.Query.Any(q => q.Any(v => v.Contains(foreign, StringComparison.Ordinal)))
            )
            {
                _world.Violate("I7", $"{request.Line} of {Name} carries what is {other}'s");
            }
        }

        if (request.IsWrite)
        {
            Judge.Sent(Model, request);
        }
    }
}
