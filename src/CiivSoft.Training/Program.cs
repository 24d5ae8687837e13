using CiivSoft.Training;
using CiivSoft.Training.Embedding;
using CiivSoft.Training.Knowledge;
using CiivSoft.Training.Lists;
using CiivSoft.Training.Weights;

switch (args.FirstOrDefault())
{
    case "embedding":
        return EmbeddingCommand.Run(CommandOptions.Parse(args[1..]));
    case "embedding-scores":
        return EmbeddingScoresCommand.Run(CommandOptions.Parse(args[1..]));
    case "knowledge":
        return KnowledgeCommand.Run(CommandOptions.Parse(args[1..]));
    case "lists":
        return ListsCommand.Run(CommandOptions.Parse(args[1..]));
    case "weights":
        return await WeightsCommand.RunAsync(CommandOptions.Parse(args[1..]));
    default:
        await Console.Error.WriteLineAsync(
            $"""
            usage: CiivSoft.Training COMMAND [--option value]…
              {EmbeddingCommand.Usage}
              {EmbeddingScoresCommand.Usage}
              {KnowledgeCommand.Usage}
              {ListsCommand.Usage}
              {WeightsCommand.Usage}
            """
        );
        return 2;
}
