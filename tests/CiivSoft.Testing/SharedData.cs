namespace CiivSoft.Testing;

/// <summary>Data that lies beside the repository in <c>../shared/data</c> and is never part of it.</summary>
public static class SharedData
{
    /// <summary>Why a test is skipped without it.</summary>
    public const string Missing = "There is no ../shared/data beside the repository, so there is nothing to test with.";

    /// <summary>The path of a file or folder in it; null where it is not there.</summary>
    public static string? Find(params string[] parts)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "CiivSoft.Orleans.sln")))
        {
            root = root.Parent;
        }
        if (root?.Parent is not { } outside)
        {
            return null;
        }
        var path = Path.Combine([outside.FullName, "shared", "data", .. parts]);
        return Path.Exists(path) ? path : null;
    }
}
