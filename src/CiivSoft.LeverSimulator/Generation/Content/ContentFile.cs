using System.Collections.Immutable;
using System.Globalization;

namespace CiivSoft.LeverSimulator.Generation.Content;

/// <summary>Reads the texts that the world is made from; they are embedded in the program.</summary>
internal static class ContentFile
{
    private const string Root = "CiivSoft.LeverSimulator.Generation.Content.";

    /// <summary>The lines of a file without comments and empty ones.</summary>
    public static ImmutableArray<string> ReadLines(string name)
    {
        using var stream =
            typeof(ContentFile).Assembly.GetManifestResourceStream(Root + name)
            ?? throw new InvalidOperationException($"The content file {name} is not embedded.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
        return [.. lines.Where(line => line.Length > 0 && line[0] != '#')];
    }

    /// <summary>The names of all files in a folder, in alphabetical order.</summary>
    public static ImmutableArray<string> NamesIn(string folder)
    {
        var prefix = $"{Root}{folder}.";
        var names = typeof(ContentFile).Assembly.GetManifestResourceNames();
        return
        [
            .. names
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(name => name[Root.Length..])
                .Order(StringComparer.Ordinal),
        ];
    }

    public static ImmutableArray<string> Split(string text, char separator) =>
        [.. text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    public static int ParseNumber(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
