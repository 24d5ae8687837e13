using System.Reflection;

namespace CiivSoft.Grains.Tests.Support;

/// <summary>Stands in for an interface: gives the answers that a test names, and fails it with every other call.</summary>
#pragma warning disable CA1515 // A proxy is a class that derives from it.
public class Answers<T> : DispatchProxy
#pragma warning restore CA1515
    where T : class
{
    private readonly Dictionary<string, object> _answers = new(StringComparer.Ordinal);

    internal T Instance => (T)(object)this;

    internal static Answers<T> None() => (Answers<T>)(object)Create<T, Answers<T>>();

    internal Answers<T> With(string method, object answer)
    {
        _answers.Add(method, answer);
        return this;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        ArgumentNullException.ThrowIfNull(targetMethod);
        return _answers.TryGetValue(targetMethod.Name, out var answer)
            ? answer
            : throw new InvalidOperationException($"{targetMethod.Name} was called.");
    }
}
