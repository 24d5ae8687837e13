namespace CiivSoft.Cli.Doctor;

/// <summary>A file of lines <c>NAME=VALUE</c>, as Docker and systemd read them; lines that begin with # say nothing.</summary>
internal static class EnvironmentFile
{
    /// <summary>The variables of the file over others.</summary>
    public static IReadOnlyDictionary<string, string> Read(FileInfo file, IReadOnlyDictionary<string, string> others)
    {
        var variables = others.ToDictionary(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(file.FullName).Select(line => line.Trim()))
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && !line.StartsWith('#'))
            {
                variables[line[..equals].Trim()] = line[(equals + 1)..].Trim().Trim('"');
            }
        }

        return variables;
    }
}
