using System.Collections.Concurrent;
using System.Reflection;

namespace CiivSoft.Simulation.Silos;

/// <summary>A grain reference: turns a call into a message of the cluster.</summary>
internal class GrainProxy : DispatchProxy
{
    private static readonly ConcurrentDictionary<Type, ICallShape> Shapes = new();

    private Cluster? _cluster;
    private SimulatedSilo? _caller;
    private Type? _interface;
    private string _key = "";

    public static T Create<T>(Cluster cluster, SimulatedSilo caller, string key)
        where T : class
    {
        var proxy = Create<T, GrainProxy>();
        var self = (GrainProxy)(object)proxy;
        self._cluster = cluster;
        self._caller = caller;
        self._interface = typeof(T);
        self._key = key;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        ArgumentNullException.ThrowIfNull(targetMethod);
        return Shapes
            .GetOrAdd(targetMethod.ReturnType, ShapeOf)
            .Call(_cluster!, new GrainCall(_caller!, _interface!, _key, GrainMethod.Of(targetMethod), args ?? [])); // Set by Create.
    }

    private static ICallShape ShapeOf(Type returned) =>
        returned == typeof(Task)
            ? new CallShape<object?>()
            : (ICallShape)Activator.CreateInstance(typeof(CallShape<>).MakeGenericType(returned.GenericTypeArguments))!; // A closed class.

    private interface ICallShape
    {
        Task Call(Cluster cluster, GrainCall call);
    }

    private sealed class CallShape<T> : ICallShape
    {
        public Task Call(Cluster cluster, GrainCall call)
        {
            var answer = new TaskCompletionSource<T>();
            cluster.Send(
                call,
                end =>
                {
                    switch (end)
                    {
                        case Task<T> { IsCompletedSuccessfully: true } done:
                            answer.TrySetResult(done.Result);
                            break;
                        case { IsCompletedSuccessfully: true }:
                            answer.TrySetResult(default!); // A plain task has no result.
                            break;
                        case { IsCanceled: true }:
                            answer.TrySetCanceled();
                            break;
                        default:
                            answer.TrySetException(end.Exception!.InnerExceptions); // It failed.
                            break;
                    }
                }
            );
            return answer.Task;
        }
    }
}

/// <summary>A call on its way.</summary>
internal sealed record GrainCall(
    SimulatedSilo Caller,
    Type Interface,
    string Key,
    GrainMethod Method,
    object?[] Arguments
);
