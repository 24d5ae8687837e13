namespace CiivSoft.Notifications;

/// <summary>A secret of the settings: written there, or in a file, which is read anew each time so that it can be replaced.</summary>
internal static class SecretSource
{
    public static string? Read(string? value, string? file) =>
        !string.IsNullOrEmpty(value) ? value
        : string.IsNullOrWhiteSpace(file) ? null
        : File.ReadAllText(file).Trim();

    /// <summary>What is wrong with the pair; null when nothing is.</summary>
    /// <param name="value">The secret itself.</param>
    /// <param name="file">The file that holds it.</param>
    /// <param name="variable">The variable of the secret; that of the file ends in FILE.</param>
    public static string? FindProblem(string? value, string? file, string variable) =>
        string.IsNullOrWhiteSpace(file) ? null
        : !string.IsNullOrEmpty(value) ? $"{variable} and {variable}FILE are both set; unset the one that is not meant."
        : !File.Exists(file) ? $"{variable}FILE is '{file}'; there is no such file."
        : null;
}
