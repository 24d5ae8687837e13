using System.IO.Compression;

namespace CiivSoft.Training.Tests;

/// <summary>A temporary folder of made-up tables, laid out as the real taxonomies are.</summary>
internal sealed class TaxonomyFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("small-taxonomies-").FullName;

    /// <summary>Writes a table: tab-separated below onet, comma-separated elsewhere.</summary>
    public void Write(string name, params string[] lines)
    {
        var extension = name.StartsWith("onet", StringComparison.Ordinal) ? "tsv" : "csv";
        var path = System.IO.Path.Combine(Path, $"{name}.{extension}.gz");
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path) ?? Path);
        using var writer = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest));
        foreach (var line in lines)
        {
            writer.Write($"{line}\r\n");
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
