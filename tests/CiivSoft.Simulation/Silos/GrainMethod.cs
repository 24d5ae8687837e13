using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Concurrency;

namespace CiivSoft.Simulation.Silos;

/// <summary>A method of a grain, with what its attributes say. Reflection is asked once a method.</summary>
internal sealed class GrainMethod
{
    private static readonly ConcurrentDictionary<MethodInfo, GrainMethod> Known = new();
    private static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(30);

    private readonly MethodInvoker _invoker;

    private GrainMethod(MethodInfo method)
    {
        _invoker = MethodInvoker.Create(method);
        Name = method.Name;
        Interleaves = method.IsDefined(typeof(AlwaysInterleaveAttribute));
        IsOneWay = method.IsDefined(typeof(OneWayAttribute));
        Timeout = method.GetCustomAttribute<ResponseTimeoutAttribute>()?.Timeout ?? UsualTimeout;
    }

    public string Name { get; }

    public bool Interleaves { get; }

    public bool IsOneWay { get; }

    /// <summary>How long its caller waits for the answer.</summary>
    public TimeSpan Timeout { get; }

    public static GrainMethod Of(MethodInfo method) => Known.GetOrAdd(method, m => new GrainMethod(m));

    public Task Invoke(Grain? grain, object?[] arguments) => (Task)_invoker.Invoke(grain, arguments.AsSpan())!; // Grain methods return tasks.
}
