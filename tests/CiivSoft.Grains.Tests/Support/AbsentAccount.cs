using System.Reflection;
using CiivSoft.Abstractions.Accounts;

namespace CiivSoft.Grains.Tests.Support;

/// <summary>An account that fails whoever asks for a permit so often, and then gives one.</summary>
#pragma warning disable CA1515 // A proxy is a class that derives from it.
public class AbsentAccount : DispatchProxy
#pragma warning restore CA1515
{
    private Exception? _failure;
    private int _times;

    /// <summary>How often it was asked.</summary>
    public int Asked { get; private set; }

    internal IAccountGrain Grain => (IAccountGrain)(object)this;

    internal static AbsentAccount For(int times, Exception failure)
    {
        var proxy = (AbsentAccount)(object)Create<IAccountGrain, AbsentAccount>();
        (proxy._times, proxy._failure) = (times, failure);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        Asked++ < _times
            ? Task.FromException<PermitAnswer>(_failure!)
            : Task.FromResult(new PermitAnswer(TimeSpan.Zero, Granted: true));
}
