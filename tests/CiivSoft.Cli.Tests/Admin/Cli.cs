using System.CommandLine;
using CiivSoft.Cli.Admin;

namespace CiivSoft.Cli.Tests.Admin;

/// <summary>Runs a command as the program would, against a silo, and catches what it writes.</summary>
internal sealed class Cli : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ciivsoft-cli-test-");
    private readonly Uri _server;

    public Cli(Uri server, string token = FakeSilo.Token)
    {
        _server = server;
        File.WriteAllText(Path.Combine(_data.FullName, SiloOptions.TokenFile), token + "\n");
    }

    public async Task<CliRun> RunAsync(Command command, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await CliProgram.RunAsync(
            CliRoot.Of(command),
            [command.Name, .. arguments, "--server", _server.ToString(), "--data", _data.FullName],
            new InvocationConfiguration { Output = output, Error = error },
            TestContext.Current.CancellationToken
        );
        return new CliRun(exitCode, Clean(output), Clean(error));
    }

    public void Dispose() => _data.Delete(recursive: true);

    // Ports and folders differ from run to run, and tables end their lines with blanks.
    private string Clean(StringWriter text) =>
        string.Join(
            '\n',
            text.ToString()
                .Replace(_server.Authority, "SILO", StringComparison.Ordinal)
                .Replace(_data.FullName, "DATA", StringComparison.Ordinal)
                .Split('\n')
                .Select(line => line.TrimEnd())
        );
}

/// <summary>What a command left behind.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    /// <summary>All of it, for an approved transcript.</summary>
    public string Transcript => $"exit code {ExitCode}\n--- output\n{Output}--- error\n{Error}";
}
