namespace CiivSoft.Simulation.Silos;

/// <summary>Gives references by string keys; the product uses no others.</summary>
internal sealed class SimulatedGrainFactory(Cluster cluster, SimulatedSilo caller) : IGrainFactory
{
    private readonly Dictionary<(Type, string), object> _references = [];

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        var id = (typeof(TGrainInterface), primaryKey);
        if (!_references.TryGetValue(id, out var reference))
        {
            reference = CreateProxy(typeof(TGrainInterface), primaryKey);
            _references[id] = reference;
        }

        return (TGrainInterface)reference;
    }

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey => throw Unused();

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey => throw Unused();

    public TGrainInterface GetGrain<TGrainInterface>(
        Guid primaryKey,
        string keyExtension,
        string? grainClassNamePrefix = null
    )
        where TGrainInterface : IGrainWithGuidCompoundKey => throw Unused();

    public TGrainInterface GetGrain<TGrainInterface>(
        long primaryKey,
        string keyExtension,
        string? grainClassNamePrefix = null
    )
        where TGrainInterface : IGrainWithIntegerCompoundKey => throw Unused();

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => throw Unused();

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => throw Unused();

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey) => throw Unused();

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey) => throw Unused();

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) => throw Unused();

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey, string keyExtension) => throw Unused();

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey, string keyExtension) => throw Unused();

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable => throw Unused();

    public IAddressable GetGrain(GrainId grainId) => throw Unused();

    public IAddressable GetGrain(GrainId grainId, GrainInterfaceType interfaceType) => throw Unused();

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey, string grainClassNamePrefix) => throw Unused();

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey) => throw Unused();

    private object CreateProxy(Type type, string key) =>
        type switch
        {
            _ when type == typeof(Abstractions.Accounts.IAccountGrain) => Proxy<Abstractions.Accounts.IAccountGrain>(
                key
            ),
            _ when type == typeof(Abstractions.Candidates.ICandidateGrain) =>
                Proxy<Abstractions.Candidates.ICandidateGrain>(key),
            _ when type == typeof(Abstractions.Postings.IPostingGrain) => Proxy<Abstractions.Postings.IPostingGrain>(
                key
            ),
            _ when type == typeof(Abstractions.Indexing.ICandidateIndexGrain) =>
                Proxy<Abstractions.Indexing.ICandidateIndexGrain>(key),
            _ => throw Unused(),
        };

    private T Proxy<T>(string key)
        where T : class => GrainProxy.Create<T>(cluster, caller, key);

    private static NotSupportedException Unused() => new("The product does not use this.");
}
