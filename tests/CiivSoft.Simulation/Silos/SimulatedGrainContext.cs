using CiivSoft.Simulation.Worlds;
using Orleans.Core;
using Orleans.Timers;

namespace CiivSoft.Simulation.Silos;

/// <summary>What a grain sees of Orleans: its key, its silo's services, timers, reminders and other grains.</summary>
internal sealed class SimulatedGrainContext(SimulatedWorld world, Activation activation)
    : IGrainContext,
        IServiceProvider,
        IGrainRuntime,
        ITimerRegistry,
        IReminderRegistry
{
    public GrainId GrainId => activation.Id;

    public object? GrainInstance => activation.Grain;

    public IServiceProvider ActivationServices => this;

    public IGrainFactory GrainFactory => activation.Silo.Grains;

    public ITimerRegistry TimerRegistry => this;

    public IServiceProvider ServiceProvider => this;

    public TimeProvider TimeProvider => activation.Silo.Time;

    public string SiloIdentity => activation.Silo.Name;

    public SiloAddress SiloAddress => throw Unused();

    public GrainReference GrainReference => throw Unused();

    public ActivationId ActivationId => throw Unused();

    public GrainAddress Address => throw Unused();

    public IGrainLifecycle ObservableLifecycle => throw Unused();

    public IWorkItemScheduler Scheduler => throw Unused();

    public Task Deactivated => throw Unused();

    public object? GetService(Type serviceType) =>
        serviceType == typeof(IGrainRuntime)
        || serviceType == typeof(ITimerRegistry)
        || serviceType == typeof(IReminderRegistry)
        || serviceType == typeof(IGrainContext)
            ? this
            : activation.Silo.Find(serviceType);

    public void DeactivateOnIdle(IGrainContext grainContext) => world.Cluster.End(activation, "asked for");

    public void DelayDeactivation(IGrainContext grainContext, TimeSpan timeSpan) { }

    public IStorage<TGrainState> GetStorage<TGrainState>(IGrainContext grainContext) => throw Unused();

    public IDisposable RegisterTimer(
        IGrainContext grainContext,
        Func<object?, Task> callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    ) => throw Unused();

    public IGrainTimer RegisterGrainTimer<TState>(
        IGrainContext grainContext,
        Func<TState, CancellationToken, Task> callback,
        TState state,
        GrainTimerCreationOptions options
    )
    {
        var timer = new SimulatedTimer(activation, token => callback(state, token), options.DueTime, options.Period);
        activation.Add(timer);
        return timer;
    }

    public Task<IGrainReminder> RegisterOrUpdateReminder(
        GrainId callingGrainId,
        string reminderName,
        TimeSpan dueTime,
        TimeSpan period
    ) => RegisterOrUpdateReminder(callingGrainId, reminderName, dueTime, period, CancellationToken.None);

    public async Task<IGrainReminder> RegisterOrUpdateReminder(
        GrainId callingGrainId,
        string reminderName,
        TimeSpan dueTime,
        TimeSpan period,
        CancellationToken cancellationToken
    )
    {
        await activation.Silo.StepAsync("reminder before");
        world.Reminders.Set(callingGrainId, reminderName, period);
        await activation.Silo.StepAsync("reminder after");
        return new Reminder(reminderName);
    }

    public Task UnregisterReminder(GrainId callingGrainId, IGrainReminder reminder) =>
        UnregisterReminder(callingGrainId, reminder, CancellationToken.None);

    public async Task UnregisterReminder(
        GrainId callingGrainId,
        IGrainReminder reminder,
        CancellationToken cancellationToken
    )
    {
        await activation.Silo.StepAsync("reminder before");
        world.Reminders.Remove(callingGrainId, reminder.ReminderName);
    }

    public Task<IGrainReminder?> GetReminder(GrainId callingGrainId, string reminderName) => throw Unused();

    public Task<IGrainReminder?> GetReminder(
        GrainId callingGrainId,
        string reminderName,
        CancellationToken cancellationToken
    ) => throw Unused();

    public Task<List<IGrainReminder>> GetReminders(GrainId callingGrainId) =>
        GetReminders(callingGrainId, CancellationToken.None);

    public Task<List<IGrainReminder>> GetReminders(GrainId callingGrainId, CancellationToken cancellationToken) =>
        Task.FromResult(world.Reminders.Of(callingGrainId).Select(name => (IGrainReminder)new Reminder(name)).ToList());

    public object GetTarget() => activation.Grain ?? throw Unused();

    public object? GetComponent(Type componentType) => null;

    public void SetComponent<TComponent>(TComponent? value)
        where TComponent : class => throw Unused();

    public void ReceiveMessage(object message) => throw Unused();

    public void Activate(Dictionary<string, object>? requestContext, CancellationToken cancellationToken = default) =>
        throw Unused();

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default) =>
        world.Cluster.End(activation, "asked for");

    public void Rehydrate(IRehydrationContext context) => throw Unused();

    public void Migrate(Dictionary<string, object>? requestContext, CancellationToken cancellationToken = default) =>
        throw Unused();

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);

    private static NotSupportedException Unused() => new("The product does not use this.");

    private sealed record Reminder(string ReminderName) : IGrainReminder;
}
