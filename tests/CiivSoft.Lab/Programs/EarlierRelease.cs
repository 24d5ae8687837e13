namespace CiivSoft.Lab.Programs;

/// <summary>The silo as an earlier commit builds it, in a work tree of its own that is removed in the end.</summary>
internal sealed class EarlierRelease : IAsyncDisposable
{
    private readonly string _tree;

    private EarlierRelease(string tree, string name)
    {
        _tree = tree;
        Name = name;
    }

    /// <summary>Whether the repository's history is there, and not only its files.</summary>
    public static bool HasHistory => FindRoot() is not null;

    /// <summary>Its commit, as people read it.</summary>
    public string Name { get; }

    /// <summary>Folder with the built silo.</summary>
    public string Folder => Path.Combine(_tree, "artifacts", "bin", "CiivSoft.Silo", "release");

    /// <param name="commit">What to build; null for the commit before the last one that added a migration.</param>
    /// <param name="progress">Told what is built.</param>
    public static async Task<EarlierRelease> BuildAsync(string? commit, TextWriter progress)
    {
        var root = FindRoot() ?? throw new InvalidOperationException("There is no git repository here.");
        var from = commit ?? await BeforeLastMigrationAsync(root);
        var name = (await Shell.RunAsync("git", "-C", root, "log", "-1", "--format=%h %s", from)).Trim();
        await progress.WriteLineAsync($"  builds the silo of {name}");
        var tree = Path.Combine(Path.GetTempPath(), "ciivsoft-earlier-" + Path.GetRandomFileName());
        await Shell.RunAsync("git", "-C", root, "worktree", "add", "--detach", tree, from);
        var release = new EarlierRelease(tree, name);
        try
        {
            await Shell.RunAsync(
                "dotnet",
                "build",
                Path.Combine(tree, "src", "CiivSoft.Silo"),
                "-c",
                "Release",
                "-m:1",
                "-v",
                "quiet",
                "-p:RunAnalyzers=false"
            );
            return release;
        }
        catch
        {
            await release.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync() =>
        await Shell.RunAsync("git", "-C", FindRoot()!, "worktree", "remove", "--force", _tree);

    private static async Task<string> BeforeLastMigrationAsync(string root)
    {
        var last = await Shell.RunAsync(
            "git",
            "-C",
            root,
            "log",
            "-1",
            "--diff-filter=A",
            "--format=%H",
            "--",
            "src/CiivSoft.Storage/Migrations"
        );
        return last.Trim() + "^";
    }

    private static string? FindRoot() =>
        SourceTree.Find() is { } root && Path.Exists(Path.Combine(root, ".git")) ? root : null;
}
