using System.Collections.Concurrent;
using System.Reflection;
using CiivSoft.Storage;

namespace CiivSoft.Grains.Tests.Support;

/// <summary>Stands before a store: what is asked is done, and when a test says so the answer does not come.</summary>
#pragma warning disable CA1515 // A proxy is a class that derives from it.
public class LosingAnswers<T> : DispatchProxy
#pragma warning restore CA1515
    where T : class
{
    private readonly ConcurrentDictionary<(string Method, object? First), int> _calls = new();

    internal T? Target { get; set; }

    /// <summary>The method whose next answer is lost; null for none.</summary>
    public string? Next { get; set; }

    /// <summary>Whether what is asked is not done either, as where the process ends right before.</summary>
    public bool IsNotDone { get; set; }

    public T Store => (T)(object)this;

    /// <summary>How often a method was called with this as its first argument.</summary>
    public int CountOf(string method, object first) => _calls.GetValueOrDefault((method, first));

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        ArgumentNullException.ThrowIfNull(targetMethod);
        _calls.AddOrUpdate((targetMethod.Name, args?.FirstOrDefault()), 1, (_, count) => count + 1);
        if (targetMethod.Name != Next)
        {
            return targetMethod.Invoke(Target, args);
        }

        Next = null;
        Func<Task> call = IsNotDone ? () => Task.CompletedTask : () => (Task)targetMethod.Invoke(Target, args)!;
        var result = targetMethod.ReturnType.GenericTypeArguments is [var type] ? type : typeof(bool);
        return GetType()
            .GetMethod(nameof(LoseAsync), BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy)!
            .MakeGenericMethod(result)
            .Invoke(null, [call]);
    }

    protected static async Task<TResult> LoseAsync<TResult>(Func<Task> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        await call();
        throw new StorageException("The connection broke.", new TimeoutException(), isTransient: true);
    }
}

internal static class LosingAnswers
{
    public static LosingAnswers<T> Before<T>(T store)
        where T : class
    {
        var proxy = (LosingAnswers<T>)(object)DispatchProxy.Create<T, LosingAnswers<T>>();
        proxy.Target = store;
        return proxy;
    }
}
