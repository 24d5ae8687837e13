using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace CiivSoft.Lab.Programs;

/// <summary>One of the repository's programs, run as a process; what it prints is appended to a log file.</summary>
internal sealed class LabProcess : IDisposable
{
    private const int Kill9 = 9;
    private const int Term = 15;
    private const int Continue = 18;
    private const int Stop = 19;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly StreamWriter _log;
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LabProcess(ProcessStartInfo start, string logFile)
    {
        _log = new StreamWriter(logFile, append: true) { AutoFlush = true };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>What the process used until now.</summary>
    public ProcessUse Use
    {
        get
        {
            _process.Refresh();
            return new ProcessUse(
                _process.TotalProcessorTime,
                ChildProcesses.ProcessorTimeOf(_process.Id),
                _process.WorkingSet64,
                _process.PeakWorkingSet64
            );
        }
    }

    /// <summary>Whether it ended, by itself or not.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Starts <c>dotnet PROGRAM.dll</c> as it was built beside this program, or as the place says.</summary>
    public static LabProcess Start(
        string program,
        IEnumerable<string> arguments,
        string logFile,
        IReadOnlyDictionary<string, string>? environment = null,
        LabPlace? place = null
    )
    {
        string[] line = [.. (place ?? LabPlace.Here).Launcher, "dotnet", (place ?? LabPlace.Here).PathOf(program)];
        var start = new ProcessStartInfo(line[0], [.. line[1..], .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            var (name, value) in (environment ?? new Dictionary<string, string>()).Concat(
                (place ?? LabPlace.Here).Environment
            )
        )
        {
            start.Environment[name] = value;
        }

        return new LabProcess(start, logFile);
    }

    /// <summary>The program's file: artifacts/bin/PROGRAM/CONFIGURATION, as this one's own.</summary>
    public static string PathOf(string program)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var path = Path.Combine(own.Parent!.Parent!.FullName, program, own.Name, program + ".dll");
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException(
                $"{program} is not built: there is no '{path}'. Build the solution first."
            );
    }

    /// <summary>Waits for a line and returns what it matched.</summary>
    /// <exception cref="InvalidOperationException">The process ended, or the line did not come.</exception>
    public async Task<Match> WaitForAsync(Regex line, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            Task more;
            lock (_gate)
            {
                if (_lines.Select(l => line.Match(l)).FirstOrDefault(m => m.Success) is { } found)
                {
                    return found;
                }

                more = _more.Task;
            }

            if (_process.HasExited || patience.IsCancellationRequested)
            {
                throw new InvalidOperationException($"{_process.StartInfo.ArgumentList[0]} did not say '{line}'.");
            }

            await Task.WhenAny(
                more,
                Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellationToken)
            );
        }
    }

    /// <summary>Ends it as <c>kill -9</c> does, its children left to themselves.</summary>
    public async Task KillAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            _process.Kill();
        }
        else if (Signal(_process.Id, Kill9) != 0)
        {
            throw new InvalidOperationException($"Process {_process.Id} could not be killed.");
        }

        await _process.WaitForExitAsync();
    }

    /// <summary><c>kill -9</c> of a process that a program of the lab started; one that has ended is no matter.</summary>
    public static void Crash(int processId) => _ = Signal(processId, Kill9);

    /// <summary>Asks it to end, as <c>kill</c> does, and returns its exit code.</summary>
    public Task<int> TerminateAsync(CancellationToken cancellationToken) =>
        Signal(_process.Id, Term) == 0
            ? WaitAsync(cancellationToken)
            : throw new InvalidOperationException($"Process {_process.Id} could not be asked to end.");

    /// <summary>Freezes it, as a machine that hangs does, until <see cref="Thaw"/>.</summary>
    public void Freeze() => Send(Stop);

    public void Thaw() => Send(Continue);

    public async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Everything printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_gate)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
        lock (_gate)
        {
            _log.Dispose();
        }
    }

    private void Send(int signal)
    {
        if (Signal(_process.Id, signal) != 0)
        {
            throw new InvalidOperationException($"Process {_process.Id} did not take signal {signal}.");
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_gate)
        {
            _lines.Add(line);
            if (_log.BaseStream.CanWrite)
            {
                _log.WriteLine(line);
            }

            _more.TrySetResult();
            _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
