using System.Reflection;

namespace CiivSoft.Simulation.Silos;

/// <summary>Makes grains as Orleans does: the constructor of <see cref="Grain"/> takes its context from the runtime's.</summary>
internal static class GrainConstruction
{
    private static readonly SetContext Set = Method("SetExecutionContext").CreateDelegate<SetContext>();
    private static readonly Action<IGrainContext?> Reset = Method("ResetExecutionContext")
        .CreateDelegate<Action<IGrainContext?>>();

    private delegate void SetContext(IGrainContext context, out IGrainContext? before);

    public static Grain Create(IGrainContext context, Func<object> create)
    {
        Set(context, out var before);
        try
        {
            return (Grain)create();
        }
        finally
        {
            Reset(before);
        }
    }

    private static MethodInfo Method(string name) =>
        typeof(IGrainContext)
            .Assembly.GetType("Orleans.Runtime.RuntimeContext")
            ?.GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)
        ?? throw new MissingMethodException("RuntimeContext", name);
}
