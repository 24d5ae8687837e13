using CiivSoft.Simulation.Worlds;
using Orleans.Storage;

namespace CiivSoft.Simulation.Silos;

/// <summary>A grain's stored state: one row with an ETag, as the ADO.NET provider keeps it.</summary>
internal sealed class SimulatedGrainState<T>(SimulatedWorld world, SimulatedSilo silo, GrainId id, T initial)
    : IPersistentState<T>
    where T : class
{
    private readonly T _initial = initial;

    public T State { get; set; } = initial;

    public string? Etag { get; private set; }

    public bool RecordExists => Etag is not null;

    public Task ReadStateAsync() => ReadStateAsync(CancellationToken.None);

    public async Task ReadStateAsync(CancellationToken cancellationToken)
    {
        await silo.StepAsync($"{id} read");
        var row = world.GrainStates.Find(id);
        State = (T?)row?.State ?? _initial;
        Etag = row?.Etag;
    }

    public Task WriteStateAsync() => WriteStateAsync(CancellationToken.None);

    public async Task WriteStateAsync(CancellationToken cancellationToken)
    {
        var written = State;
        await silo.StepAsync($"{id} write before");
        RequireSame();
        var next = world.NextEtag();
        world.GrainStates.Put(id, new StoredGrain(written, next), basedOn: Etag);
        Etag = next;
        await silo.StepAsync($"{id} write after");
    }

    public Task ClearStateAsync() => ClearStateAsync(CancellationToken.None);

    public async Task ClearStateAsync(CancellationToken cancellationToken)
    {
        await silo.StepAsync($"{id} clear before");
        RequireSame();
        world.GrainStates.Remove(id);
        Etag = null;
        State = _initial;
        await silo.StepAsync($"{id} clear after");
    }

    private void RequireSame()
    {
        var stored = world.GrainStates.Find(id)?.Etag;
        if (stored != Etag && world.Bug is not { IgnoresEtags: true })
        {
            throw new InconsistentStateException("The state was written by another activation.", stored, Etag);
        }
    }
}
