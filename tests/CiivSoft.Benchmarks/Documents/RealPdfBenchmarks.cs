using BenchmarkDotNet.Attributes;
using CiivSoft.Documents;
using CiivSoft.Testing;

namespace CiivSoft.Benchmarks.Documents;

/// <summary>
/// Real résumés in PDF from <c>../shared/data</c>, one worker process, isolation included: 20 of them a second are 50 ms each. An
/// operation is one document of those in turn.
/// </summary>
public sealed class RealPdfBenchmarks : IDisposable
{
    private readonly DocumentReaderPool _pool = new(
        new DocumentReaderOptions
        {
            Workers = 1,
            UseInstalledTools = false,
            TimeLimit = TimeSpan.FromSeconds(30),
        }
    );

    private byte[][] _files = [];

    /// <summary>Documents of one operation.</summary>
    private const int Documents = 25;

    [GlobalSetup]
    public void Load()
    {
        var folder = SharedData.Find("resumes-files", "pdf") ?? throw new InvalidOperationException(SharedData.Missing);
        _files =
        [
            .. Directory
                .GetFiles(folder, "*.pdf")
                .Order(StringComparer.Ordinal)
                .Take(Documents)
                .Select(File.ReadAllBytes),
        ];
        if (_files.Length != Documents)
        {
            throw new InvalidOperationException($"There are {_files.Length} documents in {folder}, not {Documents}.");
        }
    }

    [GlobalCleanup]
    public void Dispose() => _pool.Dispose();

    [Benchmark(OperationsPerInvoke = Documents)]
    public async Task<int> ReadOne()
    {
        var characters = 0;
        foreach (var file in _files)
        {
            var reading = await _pool.ReadAsync(file, "resume.pdf", CancellationToken.None);
            characters += reading.Text.Length;
        }

        return characters;
    }
}
