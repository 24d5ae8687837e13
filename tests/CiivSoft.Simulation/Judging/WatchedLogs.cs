using CiivSoft.Lever;
using CiivSoft.Simulation.Lever;
using CiivSoft.Simulation.Worlds;
using CiivSoft.Storage;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace CiivSoft.Simulation.Judging;

/// <summary>I8, and that nothing fails in a way that nobody thought of.</summary>
internal sealed class WatchedLogs(SimulatedWorld world) : ILoggerFactory, ILogger
{
    private static readonly string[] Canaries = ["key-canary", Trades.Canary, "Quillfeather", "@quill.example"];

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) { }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        var line = formatter(state, exception);
        var all = exception is null ? line : $"{line} {exception}";
        if (Array.Exists(Canaries, c => all.Contains(c, StringComparison.Ordinal)))
        {
            world.Violate("I8", $"a log line says what it must not: {line}");
        }

        if (logLevel >= LogLevel.Warning)
        {
            world.Trace.Add("log", $"{line} {exception?.GetType().Name}");
        }

        if (exception is not null && !IsExpected(exception))
        {
            world.Violate("failure", $"{line}: {exception}");
        }
    }

    public void Dispose() { }

    private static bool IsExpected(Exception exception) =>
        exception
            is StorageException
                or FencedException
                or InconsistentStateException
                or LeverException
                or TimeoutException
                or OperationCanceledException;
}
