using System.Security.Cryptography;

namespace CiivSoft.Silo;

/// <summary>The token of the admin API.</summary>
internal static class AdminToken
{
    private const string FileName = "admin-token";
    private const int Bytes = 24;

    /// <summary>The configured token; else the one in the data folder, made now when there is none, readable by its owner alone.</summary>
    public static string Resolve(SiloSettings settings)
    {
        if (!string.IsNullOrWhiteSpace(settings.AdminToken))
        {
            return settings.AdminToken;
        }

        var folder = Directory.CreateDirectory(Path.GetFullPath(settings.Data));
        var path = Path.Combine(folder.FullName, FileName);
        if (File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } known)
        {
            return known;
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new StreamWriter(path, options);
        file.Write(token);
        return token;
    }
}
