using System.Collections.Concurrent;
using System.Reflection;
using CiivSoft.Simulation.Silos;

namespace CiivSoft.Simulation.Storage;

/// <summary>
/// Stands before a real component: each call is a step before it and a step after it, and a planted bug may change what
/// goes in or comes out.
/// </summary>
internal class Interceptor : DispatchProxy
{
    // What reflection finds out about a method is found out once.
    private static readonly ConcurrentDictionary<MethodInfo, InterceptedMethod> Methods = new();

    private object? _target;
    private SimulatedSilo? _silo;
    private string _name = "";
    private Planting? _planting;
    private bool _isStepped;

    /// <summary>With a step before and a step after each call.</summary>
    public static T Before<T>(T target, SimulatedSilo silo, Planting? planting)
        where T : class => Create(target, silo, planting, isStepped: true);

    /// <summary>Without steps.</summary>
    public static T Around<T>(T target, SimulatedSilo silo, Planting planting)
        where T : class => Create(target, silo, planting, isStepped: false);

    private static T Create<T>(T target, SimulatedSilo silo, Planting? planting, bool isStepped)
        where T : class
    {
        var proxy = Create<T, Interceptor>();
        var self = (Interceptor)(object)proxy;
        self._target = target;
        self._silo = silo;
        self._name = typeof(T).Name[1..];
        self._planting = planting;
        self._isStepped = isStepped;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        ArgumentNullException.ThrowIfNull(targetMethod);
        var method = Methods.GetOrAdd(targetMethod, m => new(m.Name, MethodInvoker.Create(m), ShapeOf(m.ReturnType)));
        return method.Shape.Run(
            new InterceptedCall(_target!, _silo!, _name, method, args ?? [], _isStepped), // Set by Before.
            _planting
        );
    }

    private static ICallShape ShapeOf(Type returned) =>
        returned == typeof(Task) ? new TaskShape()
        : returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(Task<>)
            ? (ICallShape)Activator.CreateInstance(typeof(TaskShape<>).MakeGenericType(returned.GenericTypeArguments))! // A closed class.
        : new PlainShape();

    private sealed class PlainShape : ICallShape
    {
        public object? Run(InterceptedCall call, Planting? planting) => planting?.Invoke(call) ?? call.Proceed();
    }

    private sealed class TaskShape : ICallShape
    {
        public object? Run(InterceptedCall call, Planting? planting) => RunAsync(call, planting);

        private static async Task RunAsync(InterceptedCall call, Planting? planting)
        {
            await call.BeforeAsync();
            await (planting?.Invoke(call) as Task ?? (Task)call.Proceed()!); // It returns a task.
            call.Done(null);
            await call.AfterAsync();
        }
    }

    private sealed class TaskShape<T> : ICallShape
    {
        public object? Run(InterceptedCall call, Planting? planting) => RunAsync(call, planting);

        private static async Task<T> RunAsync(InterceptedCall call, Planting? planting)
        {
            await call.BeforeAsync();
            var result = await (planting?.Invoke(call) as Task<T> ?? (Task<T>)call.Proceed()!); // It returns such a task.
            call.Done(result);
            await call.AfterAsync(result);
            return result;
        }
    }
}

/// <summary>How a call goes on, by what it returns.</summary>
internal interface ICallShape
{
    object? Run(InterceptedCall call, Planting? planting);
}

internal sealed record InterceptedMethod(string Name, MethodInvoker Invoker, ICallShape Shape);

/// <summary>What a planted bug does with a call: what to return in its place, or null to let it go on with its arguments, changed or not.</summary>
internal delegate object? Planting(InterceptedCall call);

/// <summary>A call of product code to one of its components.</summary>
internal sealed class InterceptedCall(
    object target,
    SimulatedSilo silo,
    string component,
    InterceptedMethod method,
    object?[] arguments,
    bool isStepped
)
{
    public string Name { get; } = method.Name;

    public SimulatedSilo Silo => silo;

    public int Count => arguments.Length;

    public object? this[int index] => arguments[index];

    public T Get<T>(int index) => (T)arguments[index]!; // The caller knows the method.

    public void Set(int index, object? value) => arguments[index] = value;

    public object? Proceed() => method.Invoker.Invoke(target, arguments.AsSpan());

    public async Task<T> ProceedAsync<T>() => await (Task<T>)Proceed()!; // The caller knows the method.

    public Task BeforeAsync() =>
        !isStepped
            ? Task.CompletedTask
            : silo.StepAsync(
                $"{component}.{Name} before{string.Concat(arguments.Select(StepDetails.Of))}",
                mayFail: true
            );

    public void Done(object? result)
    {
        if (isStepped)
        {
            silo.World.Fences.Done(this, result);
        }
    }

    public Task AfterAsync(object? result = null) =>
        !isStepped
            ? Task.CompletedTask
            : silo.StepAsync($"{component}.{Name} after{StepDetails.Of(result)}", mayFail: true);
}
