using CiivSoft.Simulation.Worlds;

namespace CiivSoft.Simulation.Silos;

/// <summary>The table of grain states. It sees what the silos cannot: whether a write takes away what another one stored.</summary>
internal sealed class GrainTable(SimulatedWorld world)
{
    private readonly Dictionary<GrainId, StoredGrain> _rows = [];

    public StoredGrain? Find(GrainId id) => _rows.GetValueOrDefault(id);

    public void Put(GrainId id, StoredGrain row, string? basedOn)
    {
        if (_rows.TryGetValue(id, out var old) && old.Etag != basedOn)
        {
            world.Violate("lost", $"{id} was written over what another activation had stored");
        }

        _rows[id] = row;
    }

    public void Remove(GrainId id) => _rows.Remove(id);
}

/// <summary>A stored state. States are immutable, so the object itself may be kept.</summary>
internal sealed record StoredGrain(object State, string Etag);
