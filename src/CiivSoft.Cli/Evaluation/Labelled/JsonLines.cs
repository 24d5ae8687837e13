using System.IO.Compression;
using System.Text.Json;

namespace CiivSoft.Cli.Evaluation.Labelled;

/// <summary>Reads files of one JSON object a line, gzip-compressed when the name ends in .gz.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Names = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>The objects, read one after the other; blank lines are passed over.</summary>
    /// <exception cref="InvalidDataException">A line is no such object; the message names file and line.</exception>
    public static IEnumerable<T> Read<T>(string path)
    {
        using var file = File.OpenRead(path);
        using var content = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(file, CompressionMode.Decompress)
            : (Stream)file;
        using var reader = new StreamReader(content);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse<T>(line, path, number);
            }
        }
    }

    private static T Parse<T>(string line, string path, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Names)
                ?? throw new InvalidDataException($"{path}, line {number}: null is no record.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}, line {number}: not the expected JSON.", e);
        }
    }
}
