namespace CiivSoft.Silo.Tests.Membership;

/// <summary>Counts how often a grain became active on one silo while it still was on another living one.</summary>
internal sealed class Witness
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, HashSet<SiloAddress>> _active = [];
    private readonly HashSet<SiloAddress> _dead = [];

    public int Doubles { get; private set; }

    public int Activations { get; private set; }

    public void Began(string key, SiloAddress silo)
    {
        lock (_gate)
        {
            var where = Of(key);
            where.ExceptWith(_dead);
            where.Add(silo);
            Activations++;
            Doubles += where.Count > 1 ? 1 : 0;
        }
    }

    public void Ended(string key, SiloAddress silo)
    {
        lock (_gate)
        {
            Of(key).Remove(silo);
        }
    }

    public void Died(SiloAddress silo)
    {
        lock (_gate)
        {
            _dead.Add(silo);
        }
    }

    private HashSet<SiloAddress> Of(string key)
    {
        if (!_active.TryGetValue(key, out var where))
        {
            _active[key] = where = [];
        }

        return where;
    }
}
