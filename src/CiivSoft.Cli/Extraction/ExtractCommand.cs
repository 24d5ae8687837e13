using System.CommandLine;
using CiivSoft.Cli.Terminals;
using CiivSoft.Documents;
using Spectre.Console;

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
        var command = new CliCommand(
            "extract",
            "Reads documents (PDF, Word, RTF, OpenDocument, HTML, text) and writes their text.",
            "extract --jsonl texts.jsonl ./resumes"
        )
        {
            output,
            workers,
            folders,
        };
        command.Prints<ExtractReport>().EndsWith(ExitCodes.Broken);
        return command.Does(async call =>
        {
            var options = new DocumentReaderOptions { Workers = Math.Max(1, call.Parsed.GetValue(workers)) };
            using var pool = new DocumentReaderPool(options);
            var progress = new ProgressLine(call.Terminal.Error, TimeProvider.System);
            var report = await new FolderExtraction(pool, options.Workers, progress).RunAsync(
                call.Parsed.GetValue(folders) ?? [],
                call.Parsed.GetRequiredValue(output),
                call.CancellationToken
            );
            return call.Done(report, done => call.Terminal.Error.WriteLine(done.ToString()));
        });
    }
}
