using System.Diagnostics;
using System.Runtime.InteropServices;
using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Demo;

/// <summary>
/// A program of ours run as a child, with its output in a file. It watches its standard input, which this process holds
/// open: when this process ends, however it ends, the child ends too.
/// </summary>
internal sealed class ChildProgram : IAsyncDisposable
{
    private const string SettingsPrefix = "CIIVSOFT_";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private readonly Process _process;
    private readonly string _name;
    private readonly string _log;
    private readonly StreamWriter _writer;
    private readonly Lock _writing = new();

    private ChildProgram(Process process, string name, string log, StreamWriter writer)
    {
        _process = process;
        _name = name;
        _log = log;
        _writer = writer;
    }

    public int Id => _process.Id;

    /// <param name="program">Its main file.</param>
    /// <param name="log">Where its output goes.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="settings">Environment variables. Settings of ours in this process's environment are not handed on.</param>
    public static ChildProgram Start(
        FileInfo program,
        string log,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> settings
    )
    {
        var start = new ProcessStartInfo(DotnetHost(), [program.FullName, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var name in start.Environment.Keys.Where(IsOurs).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start };
        var child = new ChildProgram(
            process,
            Path.GetFileNameWithoutExtension(program.Name),
            log,
            new StreamWriter(log) { AutoFlush = true }
        );
        process.OutputDataReceived += (_, line) => child.Write(line.Data);
        process.ErrorDataReceived += (_, line) => child.Write(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Throws when the program has ended by itself.</summary>
    /// <exception cref="CliException">It has; the message says where its output is.</exception>
    public void RequireRunning()
    {
        if (_process.HasExited)
        {
            throw new CliException(
                ExitCodes.Broken,
                $"{_name} ended with exit code {_process.ExitCode}. Its last words: {LastWords()}",
                $"Its output is in {_log}."
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
            using var limit = new CancellationTokenSource(Patience);
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        finally
        {
            _process.Dispose();
            lock (_writing)
            {
                _writer.Dispose();
            }
        }
    }

    private void Write(string? line)
    {
        lock (_writing)
        {
            if (line is not null && _writer.BaseStream is { CanWrite: true })
            {
                _writer.WriteLine(line);
            }
        }
    }

    private string LastWords()
    {
        using var log = new StreamReader(
            new FileStream(_log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
        );
        var lines = log.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == 0 ? "none" : string.Join(" | ", lines.TakeLast(3));
    }

    private static bool IsOurs(string variable) =>
        variable.StartsWith(SettingsPrefix, StringComparison.OrdinalIgnoreCase)
        || string.Equals(variable, "ASPNETCORE_URLS", StringComparison.OrdinalIgnoreCase);

    // The very runtime that runs this program: …/dotnet/shared/Microsoft.NETCore.App/10.0.0/ lies three folders below it.
    private static string DotnetHost()
    {
        var root = new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory()).Parent?.Parent?.Parent;
        var host = Path.Combine(root?.FullName ?? "", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return File.Exists(host) ? host : "dotnet";
    }
}
