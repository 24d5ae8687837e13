namespace CiivSoft.Lab.Programs;

/// <summary>
/// The silo as the image has it: compiled for this machine ahead of time, so that its first minute costs less processor time.
/// </summary>
internal static class PublishedSilo
{
    /// <summary>Publishes it with deploy/docker/Dockerfile's own options and returns its folder.</summary>
    /// <exception cref="InvalidOperationException">The sources are not here, or could not be published; the message says why.</exception>
    public static async Task<string> PublishAsync(TextWriter progress)
    {
        var root = SourceTree.Find() ?? throw new InvalidOperationException("The sources of the silo are not here.");
        var folder = Path.Combine(root, "artifacts", "published", "silo");
        await progress.WriteLineAsync("publishes the silo");
        await Shell.RunAsync(
            "dotnet",
            "publish",
            Path.Combine(root, "src", "CiivSoft.Silo"),
            "-c",
            "Release",
            "--use-current-runtime",
            "--self-contained",
            "false",
            "-p:PublishReadyToRun=true",
            "-p:UseAppHost=false",
            "-p:RunAnalyzers=false",
            "-v",
            "quiet",
            "-o",
            folder
        );
        return folder;
    }
}
