using System.Diagnostics;

namespace CiivSoft.Cli.Tests.Packaging;

/// <summary>The command line as a .NET tool: packed, installed from the package alone, run.</summary>
public sealed class ToolTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task The_tool_is_packed_installed_and_run()
    {
        var build = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)).Name;
        Assert.SkipUnless(build == "release", "The package is made of a Release build.");
        var folder = Directory.CreateTempSubdirectory("ciivsoft-tool-");
        try
        {
            var (packages, tools) = (Path.Combine(folder.FullName, "packages"), Path.Combine(folder.FullName, "tools"));
            await RunAsync(
                "dotnet",
                "pack",
                Repository.File("src", "CiivSoft.Cli"),
                "-c",
                "Release",
                "--no-build",
                "-o",
                packages
            );
            await RunAsync("dotnet", "tool", "install", "CiivSoft.Cli", "--tool-path", tools, "--source", packages);
            var tool = Path.Combine(tools, "ciivsoft");

            var help = await RunAsync(tool, "--help");
            var schema = await RunAsync(tool, "schema", "status");
            var file = Path.Combine(folder.FullName, "resumes");
            Directory.CreateDirectory(file);
            await File.WriteAllTextAsync(
                Path.Combine(file, "a.txt"),
                "Registered pharmacist.",
                TestContext.Current.CancellationToken
            );
            var extract = await RunAsync(
                tool,
                "extract",
                "--jsonl",
                Path.Combine(folder.FullName, "out.jsonl"),
                file,
                "--json"
            );

            help.ShouldContain("doctor");
            schema.ShouldContain("json-schema.org");
            extract.ShouldContain("\"documents\": 1");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}\n{await output}{await error}");
        return await output;
    }
}
