using CiivSoft.Cli.Terminals;

namespace CiivSoft.Cli.Demo;

/// <summary>Finds the other programs of the product: beside this one, or in the folder that the build puts them into.</summary>
internal static class ProgramFinder
{
    /// <summary>The program's main file.</summary>
    /// <exception cref="CliException">It is in none of the places.</exception>
    public static FileInfo Find(string project) =>
        Places(AppContext.BaseDirectory, project).FirstOrDefault(file => file.Exists)
        ?? throw new CliException(
            ExitCodes.Broken,
            $"The program {project} is not here.",
            $"Build it: dotnet build src/{project}"
        );

    /// <summary>Where to look, best first.</summary>
    /// <param name="home">Folder of this program; of a build it is <c>…/CiivSoft.Cli/release/</c>.</param>
    /// <param name="project">Name of the project.</param>
    public static IEnumerable<FileInfo> Places(string home, string project)
    {
        var file = $"{project}.dll";
        var own = new DirectoryInfo(Path.TrimEndingDirectorySeparator(home));
        yield return new FileInfo(Path.Combine(own.FullName, project, file));
        if (own.Parent?.Parent is { } builds)
        {
            yield return new FileInfo(Path.Combine(builds.FullName, project, own.Name, file));
        }

        // Last, because a copy made for a test's sake lacks the program's settings.
        yield return new FileInfo(Path.Combine(own.FullName, file));
    }
}
