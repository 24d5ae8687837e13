using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace CiivSoft.Documents.Pool;

/// <summary>One child process that reads one document after the other.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly string[] InheritedVariables =
    [
        "PATH",
        "DOTNET_ROOT",
        "LD_LIBRARY_PATH",
        "SystemRoot",
        "TEMP",
        "LANG",
    ];

    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    /// <summary>How many documents it has answered.</summary>
    public int DocumentsRead { get; private set; }

    public bool HasExited => _process.HasExited;

    public int Id => _process.Id;

    /// <exception cref="DocumentReaderException">The worker is not there or does not start.</exception>
    public static async Task<WorkerProcess> StartAsync(
        DocumentReaderOptions options,
        TimeProvider timeProvider,
        CancellationToken cancellationToken
    )
    {
        if (!File.Exists(options.WorkerPath))
        {
            throw new DocumentReaderException($"The document worker is not installed at {options.WorkerPath}.");
        }

        var worker = new WorkerProcess(Launch(options));
        try
        {
            await worker.WaitUntilReadyAsync(options, timeProvider, cancellationToken);
            return worker;
        }
        catch
        {
            worker.Dispose();
            throw;
        }
    }

    /// <summary>The reading, or null when the worker died over the document.</summary>
    public async Task<DocumentReading?> ReadAsync(
        ReadOnlyMemory<byte> content,
        string fileName,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await WorkerProtocol.WriteRequestAsync(
                _process.StandardInput.BaseStream,
                fileName,
                content,
                cancellationToken
            );
            var reading = await WorkerProtocol.ReadAnswerAsync(_process.StandardOutput.BaseStream, cancellationToken);
            DocumentsRead++;
            return reading;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Ends the process, whatever it does.</summary>
    public void Dispose()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }

        _process.Dispose();
    }

    private static Process Launch(DocumentReaderOptions options)
    {
        var start = new ProcessStartInfo(DotnetHost())
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(options.WorkerPath),
        };
        start.ArgumentList.Add(options.WorkerPath);
        start.ArgumentList.Add(options.MemoryLimitBytes.ToString(CultureInfo.InvariantCulture));
        SetEnvironment(start, options);
        var process =
            Process.Start(start) ?? throw new DocumentReaderException("The document worker could not be started.");

        // A crash report may quote the document, so nobody keeps it.
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>The worker inherits nothing but what its runtime needs: no keys, no tokens.</summary>
    private static void SetEnvironment(ProcessStartInfo start, DocumentReaderOptions options)
    {
        var inherited = InheritedVariables
            .Select(name => (Name: name, Value: Environment.GetEnvironmentVariable(name)))
            .Where(variable => variable.Value is not null)
            .ToList();
        start.Environment.Clear();
        foreach (var (name, value) in inherited)
        {
            start.Environment[name] = value;
        }

        // The runtime reads these limits as hexadecimal. The rest is for its code, stacks and native buffers.
        var heap = options.MemoryLimitBytes * 5 / 8;
        start.Environment["DOTNET_GCHeapHardLimit"] = heap.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
    }

    /// <summary>The host that runs this very program's runtime.</summary>
    private static string DotnetHost() =>
        Path.GetFullPath(
            Path.Combine(
                RuntimeEnvironment.GetRuntimeDirectory(),
                "..",
                "..",
                "..",
                OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"
            )
        );

    private async Task WaitUntilReadyAsync(
        DocumentReaderOptions options,
        TimeProvider timeProvider,
        CancellationToken cancellationToken
    )
    {
        using var limit = new CancellationTokenSource(options.StartTimeLimit, timeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var ready = await WorkerProtocol.ReadFrameAsync(_process.StandardOutput.BaseStream, both.Token);
            if (!WorkerProtocol.Ready.Span.SequenceEqual(ready))
            {
                throw new DocumentReaderException("The document worker ended before it was ready.");
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DocumentReaderException(
                $"The document worker was not ready within {options.StartTimeLimit.TotalSeconds} s."
            );
        }
    }
}
