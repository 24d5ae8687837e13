using System.Diagnostics;

namespace CiivSoft.LeverSimulator.Tests;

/// <summary>The command of the docs, typed somewhere else: its paths are of where it was typed, as the silo's <c>./data</c> is.</summary>
public sealed class RunDirectoryTests
{
    [Fact]
    public async Task A_path_is_of_where_the_command_was_typed()
    {
        var here = Directory.CreateTempSubdirectory("ciivsoft-run-");
        var world = here.CreateSubdirectory("world").FullName;
        await File.WriteAllTextAsync(
            Path.Combine(world, "postings.jsonl"),
            """{"id":"one","text":"Nurse","state":"published"}""",
            TestContext.Current.CancellationToken
        );
        await File.WriteAllTextAsync(Path.Combine(world, "people.jsonl"), "", TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = here.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (
            var argument in $"run --no-build -c {Configuration} --project {Project} -- --urls http://127.0.0.1:0 --world world".Split(
                ' '
            )
        )
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start).ShouldNotBeNull();
        try
        {
            var said = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            said.ShouldNotBeNull().ShouldContain("1 posting");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            here.Delete(recursive: true);
        }
    }

    private static string Configuration =>
        Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    private static string Project => Path.Combine(Root, "src", "CiivSoft.LeverSimulator");

    // artifacts/bin/PROJECT/CONFIGURATION
    private static string Root => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", ".."));
}
