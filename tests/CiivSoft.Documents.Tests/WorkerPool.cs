namespace CiivSoft.Documents.Tests;

/// <summary>One pool for the tests of a class, without installed tools so that verdicts are the same everywhere.</summary>
public sealed class WorkerPool : IDisposable
{
    internal DocumentReaderPool Reader { get; } =
        new(
            new DocumentReaderOptions
            {
                Workers = 2,
                UseInstalledTools = false,
                TimeLimit = TimeSpan.FromSeconds(30),
            }
        );

    public void Dispose() => Reader.Dispose();
}
