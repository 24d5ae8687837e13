using System.Diagnostics;

namespace CiivSoft.Documents.Conversion;

/// <summary>A program of the operating system, run with a limit of time, and of memory where <c>prlimit</c> is installed.</summary>
internal sealed record InstalledTool(string Path)
{
    private static readonly string[] Limits = ["--data=1073741824", "--fsize=268435456", "--core=0", "--"];

    private static readonly InstalledTool? Limiter = Find("prlimit");

    /// <summary>The first of the programs that is installed, or null.</summary>
    public static InstalledTool? Find(string name)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
            System.IO.Path.PathSeparator,
            StringSplitOptions.RemoveEmptyEntries
        );
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        var path = folders.Select(folder => System.IO.Path.Combine(folder, name + suffix)).FirstOrDefault(File.Exists);
        return path is null ? null : new InstalledTool(path);
    }

    /// <summary>Runs the tool in a folder. What it printed, or null when it failed.</summary>
    public async Task<string?> RunAsync(string folder, string[] arguments, CancellationToken cancellationToken)
    {
        string[] limited = [.. Limits, Path, .. arguments];
        var start = new ProcessStartInfo(Limiter?.Path ?? Path, Limiter is null ? arguments : limited)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["HOME"] = folder;
        start.Environment["TMPDIR"] = folder;
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        using var process = Process.Start(start);
        if (process is null)
        {
            return null;
        }

        // What the tool says on its error stream may quote the document, so nobody keeps it.
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardInput.Close();
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? output : null;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
