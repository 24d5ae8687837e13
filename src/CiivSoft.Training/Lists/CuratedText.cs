namespace CiivSoft.Training.Lists;

/// <summary>The curated lists beside this file, which are part of the program.</summary>
internal static class CuratedText
{
    /// <summary>The lines but for comments and empty ones.</summary>
    /// <exception cref="InvalidDataException">The build lacks the list.</exception>
    public static IEnumerable<string> Lines(string resource)
    {
        using var file =
            typeof(CuratedText).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidDataException($"{resource} is not part of this build.");
        using var reader = new StreamReader(file);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
