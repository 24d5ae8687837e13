namespace CiivSoft.Lab.Programs;

/// <summary>The repository's files.</summary>
internal static class SourceTree
{
    /// <summary>Its root, upwards from the build or from where this was started; null where neither is in it.</summary>
    public static string? Find() =>
        new[] { AppContext.BaseDirectory, Environment.CurrentDirectory }.Select(Up).FirstOrDefault(r => r is not null);

    private static string? Up(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CiivSoft.Orleans.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
