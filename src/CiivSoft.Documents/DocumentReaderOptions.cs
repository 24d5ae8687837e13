namespace CiivSoft.Documents;

/// <summary>How documents are read.</summary>
public sealed class DocumentReaderOptions
{
    /// <summary>How many worker processes run at once; each holds one document. The default is one for each processor.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>The longest that one document may take, the wait for a free worker apart. The default is 10 seconds.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest that OCR or a converter may take for one document. The default is 30 seconds.</summary>
    public TimeSpan ConversionTimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest that a worker may take to start. The default is 30 seconds.</summary>
    public TimeSpan StartTimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The memory of one worker in bytes. The default is 512 MB, the least is 128 MB.</summary>
    public long MemoryLimitBytes { get; init; } = 512 * 1024 * 1024;

    /// <summary>A worker is replaced after so many documents. The default is 500.</summary>
    public int DocumentsPerWorker { get; init; } = 500;

    /// <summary>
    /// The worker's assembly. The default is <c>worker/CiivSoft.DocumentWorker.dll</c> beside the running program, where
    /// the import of <c>worker.targets</c> puts it.
    /// </summary>
    public string WorkerPath { get; init; } =
        Path.Combine(AppContext.BaseDirectory, "worker", "CiivSoft.DocumentWorker.dll");

    /// <summary>Whether scans go through <c>tesseract</c>, and legacy Word through <c>antiword</c> or LibreOffice, where installed. The default is true.</summary>
    public bool UseInstalledTools { get; init; } = true;
}
