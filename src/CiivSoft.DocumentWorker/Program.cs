using System.Globalization;
using CiivSoft.Documents.Pool;
using CiivSoft.Documents.Reading;
using CiivSoft.DocumentWorker;

// Started by DocumentReaderPool, which speaks WorkerProtocol over standard input and output; ends with its input.
using var input = Console.OpenStandardInput();
using var output = Console.OpenStandardOutput();
Console.SetOut(TextWriter.Null);
WarmUp.Run();
Sandbox.Enter(args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : null);
await WorkerProtocol.WriteFrameAsync(output, WorkerProtocol.Ready, CancellationToken.None);
await output.FlushAsync();
while (
    await WorkerProtocol.ReadFrameAsync(input, CancellationToken.None) is { } fileName
    && await WorkerProtocol.ReadFrameAsync(input, CancellationToken.None) is { } content
)
{
    var reading = DocumentInterpreter.Read(content, System.Text.Encoding.UTF8.GetString(fileName));
    await WorkerProtocol.WriteAnswerAsync(output, reading, CancellationToken.None);
}
