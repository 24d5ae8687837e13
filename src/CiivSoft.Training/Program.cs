using CiivSoft.Training;
using CiivSoft.Training.Embedding;

switch (args.FirstOrDefault())
{
    case "embedding":
        return EmbeddingCommand.Run(CommandOptions.Parse(args[1..]));
    case "embedding-scores":
        return EmbeddingScoresCommand.Run(CommandOptions.Parse(args[1..]));
    default:
        await Console.Error.WriteLineAsync(
            $"""
            usage: CiivSoft.Training COMMAND [--option value]…
              {EmbeddingCommand.Usage}
              {EmbeddingScoresCommand.Usage}
            """
        );
        return 2;
}
