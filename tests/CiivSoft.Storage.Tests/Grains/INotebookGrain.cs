namespace CiivSoft.Storage.Tests.Grains;

[Alias("ciivsoft.tests.INotebookGrain")]
public interface INotebookGrain : IGrainWithStringKey
{
    [Alias("WriteAsync")]
    Task WriteAsync(string text);

    [Alias("ReadAsync")]
    Task<string> ReadAsync();

    [Alias("ClearAsync")]
    Task ClearAsync();

    [Alias("RemindAsync")]
    Task RemindAsync(string name, TimeSpan period);

    [Alias("RemindersAsync")]
    Task<IReadOnlyList<string>> RemindersAsync();

    [Alias("ForgetAsync")]
    Task ForgetAsync(string name);
}

[GenerateSerializer]
[Alias("ciivsoft.tests.NotebookState")]
public sealed class NotebookState
{
    [Id(0)]
    public string Text { get; set; } = "";
}

#pragma warning disable CA1812 // Orleans makes it.
[GrainType("notebook")]
internal sealed class NotebookGrain([PersistentState("notebook")] IPersistentState<NotebookState> state)
    : Grain,
        INotebookGrain,
        IRemindable
{
    public Task WriteAsync(string text)
    {
        state.State.Text = text;
        return state.WriteStateAsync();
    }

    public Task<string> ReadAsync() => Task.FromResult(state.State.Text);

    public Task ClearAsync() => state.ClearStateAsync();

    public Task RemindAsync(string name, TimeSpan period) => this.RegisterOrUpdateReminder(name, period, period);

    public async Task<IReadOnlyList<string>> RemindersAsync() =>
        (await this.GetReminders()).Select(reminder => reminder.ReminderName).ToList();

    public async Task ForgetAsync(string name)
    {
        if (await this.GetReminder(name) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;
}
