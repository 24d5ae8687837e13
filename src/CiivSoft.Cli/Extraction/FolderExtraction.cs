using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CiivSoft.Cli.Terminals;
using CiivSoft.Documents;

namespace CiivSoft.Cli.Extraction;

/// <summary>Reads the files of folders in parallel and writes a line for each, in the order of their paths.</summary>
internal sealed class FolderExtraction(IDocumentReader reader, int parallelism, ProgressLine progress)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Every file has its line then.</summary>
    /// <exception cref="CliException">The reader itself does not work.</exception>
    public async Task<ExtractReport> RunAsync(
        IReadOnlyList<DirectoryInfo> folders,
        FileInfo output,
        CancellationToken cancellationToken
    )
    {
        var started = Stopwatch.GetTimestamp();
        var files = folders.SelectMany(FilesOf).ToList();
        var verdicts = new SortedDictionary<DocumentVerdict, int>();
        try
        {
            await using var lines = new StreamWriter(output.FullName, append: false, new UTF8Encoding(false));
            lines.NewLine = "\n";
            await foreach (var (line, verdict) in ReadInOrderAsync(files, cancellationToken))
            {
                await lines.WriteLineAsync(JsonSerializer.Serialize(line, Json).AsMemory(), cancellationToken);
                verdicts[verdict] = verdicts.GetValueOrDefault(verdict) + 1;
                progress.Show($"{verdicts.Values.Sum():N0} of {files.Count:N0} documents");
            }
        }
        catch (DocumentReaderException exception)
        {
            throw new CliException(ExitCodes.Broken, $"Cannot read documents: {exception.Message}");
        }

        return new ExtractReport(
            files.Count,
            Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 1),
            verdicts.ToDictionary(verdict => Name(verdict.Key), verdict => verdict.Value)
        );
    }

    private static string Name(DocumentVerdict verdict) =>
        verdict == DocumentVerdict.Unreadable
            ? "unreadable"
            : new DocumentReading
            {
                Verdict = verdict,
                Format = DocumentFormat.Unknown,
                Sha256 = "",
            }.Describe();

    private static IEnumerable<(string Name, FileInfo File)> FilesOf(DirectoryInfo folder)
    {
        var parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder.FullName)) ?? folder.FullName;
        return folder
            .EnumerateFiles(
                "*",
                new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }
            )
            .Select(file => (Path.GetRelativePath(parent, file.FullName).Replace('\\', '/'), file))
            .OrderBy(file => file.Item1, StringComparer.Ordinal);
    }

    /// <summary>Keeps a window of reads in flight, so that the order costs no waiting and memory stays bounded.</summary>
    private async IAsyncEnumerable<(ExtractedLine Line, DocumentVerdict Verdict)> ReadInOrderAsync(
        List<(string Name, FileInfo File)> files,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var window = new Queue<Task<(ExtractedLine, DocumentVerdict)>>();
        foreach (var (name, file) in files)
        {
            if (window.Count == parallelism * 4)
            {
                yield return await window.Dequeue();
            }

            window.Enqueue(ReadAsync(name, file, cancellationToken));
        }

        while (window.TryDequeue(out var read))
        {
            yield return await read;
        }
    }

    private async Task<(ExtractedLine Line, DocumentVerdict Verdict)> ReadAsync(
        string name,
        FileInfo file,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var content = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
            var reading = await reader.ReadAsync(content, file.Name, cancellationToken);
            return (ExtractedLine.Of(name, reading), reading.Verdict);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (
                new ExtractedLine(name, "unreadable (the file cannot be opened)", "", []),
                DocumentVerdict.Unreadable
            );
        }
    }
}
