using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CiivSoft.Lever.Tests.Support;

/// <summary>Keeps every line that is logged, with all its values.</summary>
internal sealed class LogCollector : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) { }

    public void Dispose() { }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : "";
        _lines.Enqueue($"{logLevel} {formatter(state, exception)} {values} {exception}");
    }
}
