using System.CommandLine;
using CiivSoft.Documents;

namespace CiivSoft.Cli.Extraction;

/// <summary><c>ciivsoft extract</c>: the text of every document in some folders, as JSON lines.</summary>
internal static class ExtractCommand
{
    public static Command Create()
    {
        var output = new Option<FileInfo>("--jsonl")
        {
            Description = "The file to write: one line {\"file\",\"verdict\",\"text\",\"warnings\"} for each document.",
            HelpName = "OUT",
            Required = true,
        };
        var workers = new Option<int>("--workers")
        {
            Description = "How many documents are read at once.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        var folders = new Argument<DirectoryInfo[]>("folders")
        {
            Description = "Folders of documents, read with their subfolders.",
            Arity = ArgumentArity.OneOrMore,
        };
        folders.AcceptExistingOnly();
        var command = new Command(
            "extract",
            "Reads documents (PDF, Word, RTF, OpenDocument, HTML, text) and writes their text.\n\n"
                + "Example: ciivsoft extract --jsonl texts.jsonl ./resumes"
        )
        {
            output,
            workers,
            folders,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var options = new DocumentReaderOptions { Workers = Math.Max(1, parsed.GetValue(workers)) };
                using var pool = new DocumentReaderPool(options);
                var extraction = new FolderExtraction(pool, options.Workers, Console.Error);
                return await extraction.RunAsync(
                    parsed.GetValue(folders) ?? [],
                    parsed.GetRequiredValue(output),
                    cancellationToken
                );
            }
        );
        return command;
    }
}
